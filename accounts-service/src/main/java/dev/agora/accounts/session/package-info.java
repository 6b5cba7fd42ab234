/** A human's way in: signing in, signing out, and who am I. */
@NullMarked
package dev.agora.accounts.session;

import org.jspecify.annotations.NullMarked;
