/** Who is calling: read from the gateway's signed token, and what they may call. */
@NullMarked
package dev.agora.http.caller;

import org.jspecify.annotations.NullMarked;
