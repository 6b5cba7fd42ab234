/** Compares what Stripe says it transferred with what we believe, and tells of every difference. */
@NullMarked
package dev.agora.payout.reconciliation;

import org.jspecify.annotations.NullMarked;
