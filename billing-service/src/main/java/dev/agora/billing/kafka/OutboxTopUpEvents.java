package dev.agora.billing.kafka;

import dev.agora.billing.purchase.PurchaseId;
import dev.agora.billing.topup.AutoTopUp;
import dev.agora.billing.topup.TopUpEvents;
import dev.agora.billing.topup.TopUpNews;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of automatic top-ups on {@code billing.events.v1}. */
@Component
class OutboxTopUpEvents implements TopUpEvents {

  private static final EventType AUTO_TOP_UP_CHANGED =
      new EventType("billing.events.v1", "billing.auto-top-up-changed", 1);

  private final Outbox outbox;
  private final MeterRegistry meters;

  OutboxTopUpEvents(Outbox outbox, MeterRegistry meters) {
    this.outbox = outbox;
    this.meters = meters;
    // All are there from the start: an alert sees no first decline that makes its own counter.
    for (TopUpNews news : TopUpNews.values()) {
      counter(news);
    }
  }

  private Counter counter(TopUpNews news) {
    return Counter.builder("agora.billing.top-up")
        .description("what happened to automatic top-ups")
        .tag("news", news.name())
        .register(meters);
  }

  record AutoTopUpChanged(
      String agentId,
      String humanId,
      String news,
      String status,
      @Nullable String purchaseId,
      @Nullable String reason,
      int declines,
      long version,
      String at) {

    static AutoTopUpChanged of(
        TopUpNews news, AutoTopUp rule, @Nullable PurchaseId purchase, @Nullable String reason) {
      String off = rule.offReason() == null ? null : rule.offReason().name();
      return new AutoTopUpChanged(
          rule.agentId(),
          rule.humanId(),
          news.name(),
          rule.status().name(),
          purchase == null ? null : purchase.value(),
          reason == null ? off : reason,
          rule.declines(),
          rule.version(),
          rule.changedAt().toString());
    }
  }

  @Override
  public void tell(
      TopUpNews news, AutoTopUp rule, @Nullable PurchaseId purchase, @Nullable String reason) {
    counter(news).increment();
    outbox.publish(
        AUTO_TOP_UP_CHANGED, rule.agentId(), AutoTopUpChanged.of(news, rule, purchase, reason));
  }
}
