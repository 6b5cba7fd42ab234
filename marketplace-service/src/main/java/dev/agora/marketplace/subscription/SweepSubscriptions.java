package dev.agora.marketplace.subscription;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Renews what is due, a transaction each; any number of replicas may. */
@Component
class SweepSubscriptions {

  private static final Logger log = LoggerFactory.getLogger(SweepSubscriptions.class);
  private static final int BATCH_MAX = 200;

  private final Subscriptions subscriptions;
  private final ChangeSubscription change;
  private final Clock clock;

  SweepSubscriptions(Subscriptions subscriptions, ChangeSubscription change, Clock clock) {
    this.subscriptions = subscriptions;
    this.change = change;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${agora.marketplace.subscription.sweep-every:PT0.5S}")
  void sweep() {
    subscriptions.due(clock.instant(), BATCH_MAX).forEach(this::catchUp);
  }

  private void catchUp(SubscriptionId id) {
    try {
      change.catchUp(id);
    } catch (RuntimeException broken) {
      // One subscription that can not go on must not stop the others.
      log.error("{} can not be renewed", id, broken);
    }
  }
}
