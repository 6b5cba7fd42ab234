package dev.agora.marketplace.dispute;

import dev.agora.marketplace.order.Orders;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shows how many disputes wait beyond their time, for as long as they do. */
@Component
class CountOverdueRulings {

  private final Orders orders;
  private volatile long waiting;

  CountOverdueRulings(Orders orders, MeterRegistry meters) {
    this.orders = orders;
    Gauge.builder("agora.marketplace.rulings.waiting", () -> waiting)
        .description("Disputes that nobody has ruled in time")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${agora.marketplace.dispute.count-every:PT30S}")
  void count() {
    waiting = orders.countOverdueRulings();
  }
}
