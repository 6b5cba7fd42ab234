package dev.agora.billing.stripe;

import dev.agora.billing.dispute.SweepDisputes;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for disputes and verdicts whose event never came, or was never made. */
@Component
class DisputePoller {

  private final SweepDisputes sweepDisputes;

  DisputePoller(SweepDisputes sweepDisputes) {
    this.sweepDisputes = sweepDisputes;
  }

  @Scheduled(
      fixedDelayString = "${agora.billing.dispute.check-interval:1m}",
      initialDelayString = "${agora.billing.dispute.check-interval:1m}")
  void poll() {
    sweepDisputes.sweep();
  }
}
