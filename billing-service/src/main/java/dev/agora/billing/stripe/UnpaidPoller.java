package dev.agora.billing.stripe;

import dev.agora.billing.purchase.SweepUnpaid;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for payments whose event never came, or was never made. */
@Component
class UnpaidPoller {

  private final SweepUnpaid sweepUnpaid;

  UnpaidPoller(SweepUnpaid sweepUnpaid) {
    this.sweepUnpaid = sweepUnpaid;
  }

  @Scheduled(
      fixedDelayString = "${agora.billing.poll-interval:2s}",
      initialDelayString = "${agora.billing.poll-interval:2s}")
  void poll() {
    sweepUnpaid.sweep();
  }
}
