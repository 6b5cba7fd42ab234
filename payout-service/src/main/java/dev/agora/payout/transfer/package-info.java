/** Dollars sent to an owner's Stripe account, never twice, and followed to the bank. */
@NullMarked
package dev.agora.payout.transfer;

import org.jspecify.annotations.NullMarked;
