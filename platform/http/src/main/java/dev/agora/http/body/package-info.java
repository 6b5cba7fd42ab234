/** A request's body: read once, within its limit, and kept for whoever needs the bytes again. */
@NullMarked
package dev.agora.http.body;

import org.jspecify.annotations.NullMarked;
