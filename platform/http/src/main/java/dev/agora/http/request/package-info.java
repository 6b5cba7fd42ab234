/** What every request gets before anything else looks at it: an id and security headers. */
@NullMarked
package dev.agora.http.request;

import org.jspecify.annotations.NullMarked;
