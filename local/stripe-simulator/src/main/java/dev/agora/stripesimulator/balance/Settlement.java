package dev.agora.stripesimulator.balance;

import java.time.Duration;

/**
 * When money can be used.
 *
 * @param atOnce whether charges are available at once, instead of after two days
 * @param payoutDelay from money on a connected account to its payout, and from that to "paid"
 */
public record Settlement(boolean atOnce, Duration payoutDelay) {}
