/** JSON as the public API speaks it: strict on input, exact about money, of known length. */
@NullMarked
package dev.agora.http.json;

import org.jspecify.annotations.NullMarked;
