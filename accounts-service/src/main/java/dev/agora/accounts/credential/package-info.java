/** Secrets that admit a caller: made, hashed, revoked, and made known to the gateway. */
@NullMarked
package dev.agora.accounts.credential;

import org.jspecify.annotations.NullMarked;
