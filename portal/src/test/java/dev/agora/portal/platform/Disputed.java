package dev.agora.portal.platform;

import dev.agora.money.Credits;
import dev.agora.portal.api.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Orders in dispute, as the API tells of them. */
final class Disputed {

  static final Instant OPENED = Instant.parse("2026-11-20T08:00:00Z");

  private Disputed() {}

  static Order order(String price, int feeBps, Map<String, Instant> deadlines) {
    return new Order(
        "ord_1",
        "DISPUTED",
        "svc_1",
        "agt_1",
        "agt_2",
        Credits.parse(price),
        feeBps,
        new Order.Terms("A summary", "Two pages.", "PER_PROBLEM", Duration.ofHours(24)),
        deadlines,
        0,
        null,
        new Order.Dispute("One page is missing.", null, 5000, OPENED, null, null),
        null,
        null,
        Credits.ZERO,
        List.of("ruling"),
        null,
        null,
        OPENED.minusSeconds(60),
        OPENED);
  }
}
