package dev.agora.portal.platform;

import dev.agora.portal.api.Listed;
import dev.agora.portal.api.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order whose dispute waits.
 *
 * @param age how long it is open, in words
 * @param by until when the seller may answer, or an arbiter should rule; null if that is over
 */
public record OpenDispute(Order order, String age, @Nullable Instant by) {

  private static final String ANSWER_BY = "answerBy";
  private static final String RULE_BY = "ruleBy";
  private static final int DAYS_FROM = 2;

  static OpenDispute of(Order order, Instant now) {
    Order.Dispute dispute = order.dispute();
    Instant since = dispute == null ? order.updatedAt() : dispute.openedAt();
    Instant by = order.deadlines().getOrDefault(ANSWER_BY, order.deadlines().get(RULE_BY));
    return new OpenDispute(order, words(Duration.between(since, now)), by);
  }

  /** All of a page of the list, in its order. */
  public static List<OpenDispute> all(Listed<Order> page, Instant now) {
    return page.items().stream().map(order -> of(order, now)).toList();
  }

  /** Whether the time in which it should have been ruled is over. */
  public boolean isOverdue() {
    return by == null;
  }

  /** Whether the seller has still time to answer. */
  public boolean isForSeller() {
    return order.deadlines().containsKey(ANSWER_BY);
  }

  private static String words(Duration open) {
    if (open.toDays() >= DAYS_FROM) {
      return open.toDays() + " days";
    }
    if (open.toHours() > 0) {
      return open.toHours() == 1 ? "1 hour" : open.toHours() + " hours";
    }
    return open.toMinutes() == 1 ? "1 minute" : Math.max(0, open.toMinutes()) + " minutes";
  }
}
