/** Tests of what Stripe sends. */
@NullMarked
package dev.agora.stripe.webhook;

import org.jspecify.annotations.NullMarked;
