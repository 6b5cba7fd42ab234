/** One's own data: what is kept of a human, and the end of it. */
@NullMarked
package dev.agora.accounts.deletion;

import org.jspecify.annotations.NullMarked;
