/** Calls to Stripe whose outcome is never guessed: done, refused, or not known. */
@NullMarked
package dev.agora.stripe;

import org.jspecify.annotations.NullMarked;
