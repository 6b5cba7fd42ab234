/** Stripe's events taken in as hints: checked, stored, and handled afterwards. */
@NullMarked
package dev.agora.stripe.webhook;

import org.jspecify.annotations.NullMarked;
