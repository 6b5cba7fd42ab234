package dev.agora.billing.stripe;

import dev.agora.billing.topup.SweepTopUps;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks which agents run low, and what became of their top-ups. */
@Component
class TopUpPoller {

  private final SweepTopUps sweepTopUps;

  TopUpPoller(SweepTopUps sweepTopUps) {
    this.sweepTopUps = sweepTopUps;
  }

  @Scheduled(
      fixedDelayString = "${agora.billing.poll-interval:2s}",
      initialDelayString = "${agora.billing.poll-interval:2s}")
  void poll() {
    sweepTopUps.sweep();
  }
}
