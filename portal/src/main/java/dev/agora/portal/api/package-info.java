/** The public API, as typed interfaces and the records of its answers. */
@NullMarked
package dev.agora.portal.api;

import org.jspecify.annotations.NullMarked;
