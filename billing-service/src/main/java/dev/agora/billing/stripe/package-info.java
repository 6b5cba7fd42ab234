/** What billing asks of Stripe, and what it makes of Stripe's events. */
@NullMarked
package dev.agora.billing.stripe;

import org.jspecify.annotations.NullMarked;
