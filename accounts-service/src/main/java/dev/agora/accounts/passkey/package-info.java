/** Passkeys: how humans show who they are without a password, or with one beside it. */
@NullMarked
package dev.agora.accounts.passkey;

import org.jspecify.annotations.NullMarked;
