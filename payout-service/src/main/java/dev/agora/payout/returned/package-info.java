/** Dollars that came back from owners' Stripe accounts, and what two operators make of them. */
@NullMarked
package dev.agora.payout.returned;

import org.jspecify.annotations.NullMarked;
