package dev.agora.marketplace.order;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the clock do what is due on orders, a transaction each; any number of replicas may. */
@Component
class SweepTimers {

  private static final Logger log = LoggerFactory.getLogger(SweepTimers.class);
  private static final int BATCH_MAX = 200;

  private final Orders orders;
  private final ChangeOrder change;
  private final Clock clock;

  SweepTimers(Orders orders, ChangeOrder change, Clock clock) {
    this.orders = orders;
    this.change = change;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${agora.marketplace.order.sweep-every:PT0.5S}")
  void sweep() {
    List<OrderId> due = orders.due(clock.instant(), BATCH_MAX);
    due.forEach(this::catchUp);
  }

  private void catchUp(OrderId id) {
    try {
      change.catchUp(id);
    } catch (RuntimeException broken) {
      // One order that can not go on must not stop the clocks of all others.
      log.error("The clock of {} stands still", id, broken);
    }
  }
}
