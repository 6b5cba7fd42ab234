package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent may spend, and has spent; null is no limit. */
public record Limits(
    @Nullable Credits perPayment,
    @Nullable Credits daily,
    @Nullable Credits monthly,
    List<String> allowed,
    List<String> blocked,
    Credits spentToday,
    Credits spentThisMonth,
    Instant dayResetsAt,
    Instant monthResetsAt) {

  /** What is left of today's; null if there is no limit. */
  public @Nullable Credits leftToday() {
    return left(daily, spentToday);
  }

  /** What is left of this month's; null if there is no limit. */
  public @Nullable Credits leftThisMonth() {
    return left(monthly, spentThisMonth);
  }

  private static @Nullable Credits left(@Nullable Credits limit, Credits spent) {
    if (limit == null) {
      return null;
    }
    Credits left = limit.minus(spent);
    return left.isNegative() ? Credits.ZERO : left;
  }
}
