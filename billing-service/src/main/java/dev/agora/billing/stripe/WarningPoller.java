package dev.agora.billing.stripe;

import dev.agora.billing.warning.SweepWarnings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for fraud warnings whose event never came, or was never made. */
@Component
class WarningPoller {

  private final SweepWarnings sweepWarnings;

  WarningPoller(SweepWarnings sweepWarnings) {
    this.sweepWarnings = sweepWarnings;
  }

  @Scheduled(
      fixedDelayString = "${agora.billing.warning.check-interval:1m}",
      initialDelayString = "${agora.billing.warning.check-interval:1m}")
  void poll() {
    sweepWarnings.sweep();
  }
}
