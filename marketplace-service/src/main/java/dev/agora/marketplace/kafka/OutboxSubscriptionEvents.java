package dev.agora.marketplace.kafka;

import dev.agora.marketplace.subscription.Subscription;
import dev.agora.marketplace.subscription.SubscriptionFollower;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the world about subscriptions: {@code marketplace.subscription-changed}. */
@Component
class OutboxSubscriptionEvents implements SubscriptionFollower {

  private static final EventType TYPE =
      new EventType("marketplace.events.v1", "marketplace.subscription-changed", 1);

  private final Outbox outbox;

  OutboxSubscriptionEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The message; amounts are decimal texts. */
  record SubscriptionChanged(
      String subscriptionId,
      String serviceId,
      String buyer,
      String seller,
      String price,
      String status,
      @Nullable Instant paidUntil,
      boolean canceled,
      long version,
      Instant at) {

    static SubscriptionChanged of(Subscription subscription) {
      return new SubscriptionChanged(
          subscription.id().value(),
          subscription.plan().service().value(),
          subscription.plan().buyer().value(),
          subscription.plan().seller().value(),
          subscription.plan().terms().price().toString(),
          subscription.state().name(),
          subscription.standing().paidUntil(),
          subscription.standing().canceled(),
          subscription.version(),
          subscription.updatedAt());
    }
  }

  @Override
  public void happened(@Nullable Subscription before, Subscription after) {
    outbox.publish(TYPE, after.id().value(), SubscriptionChanged.of(after));
  }
}
