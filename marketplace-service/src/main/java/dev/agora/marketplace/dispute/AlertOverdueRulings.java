package dev.agora.marketplace.dispute;

import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderFollower;
import dev.agora.marketplace.order.Verb;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells operators of disputes that nobody has ruled in time; it decides nothing. */
@Component
class AlertOverdueRulings implements OrderFollower {

  private static final Logger log = LoggerFactory.getLogger(AlertOverdueRulings.class);

  private final Counter overdue;

  AlertOverdueRulings(MeterRegistry meters) {
    this.overdue =
        Counter.builder("agora.marketplace.rulings.overdue")
            .description("Disputes that were not ruled in time")
            .register(meters);
  }

  @Override
  public void happened(Order order, Verb verb) {
    if (verb == Verb.RULING_LAPSES) {
      overdue.increment();
      log.warn("The dispute of {} has no ruling in time", order.id());
    }
  }
}
