/** What payout asks of Stripe, and what it makes of Stripe's events. */
@NullMarked
package dev.agora.payout.stripe;

import org.jspecify.annotations.NullMarked;
