package dev.agora.payout.cap;

import dev.agora.money.Credits;
import java.time.Instant;

/**
 * A monthly cap as callers see it.
 *
 * @param name {@code conversion_month_agent} or {@code conversion_month_owner}
 * @param max of the month
 * @param left of it now
 * @param resetsAt when the next month begins, in UTC
 */
public record CapLimit(String name, Credits max, Credits used, Credits left, Instant resetsAt) {}
