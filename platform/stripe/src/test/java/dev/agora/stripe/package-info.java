/** Tests of calls to Stripe. */
@NullMarked
package dev.agora.stripe;

import org.jspecify.annotations.NullMarked;
