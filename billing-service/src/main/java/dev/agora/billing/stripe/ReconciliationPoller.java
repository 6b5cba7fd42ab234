package dev.agora.billing.stripe;

import dev.agora.billing.reconciliation.ReadStatement;
import dev.agora.billing.reconciliation.ReconciliationGauges;
import dev.agora.billing.reconciliation.TellDifferences;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares the ledger with Stripe, again and again. */
@Component
class ReconciliationPoller {

  private final ReadStatement readStatement;
  private final TellDifferences tellDifferences;
  private final ReconciliationGauges gauges;

  ReconciliationPoller(
      ReadStatement readStatement, TellDifferences tellDifferences, ReconciliationGauges gauges) {
    this.readStatement = readStatement;
    this.tellDifferences = tellDifferences;
    this.gauges = gauges;
  }

  @Scheduled(
      fixedDelayString = "${agora.billing.reconciliation.interval:1m}",
      initialDelayString = "${agora.billing.reconciliation.interval:1m}")
  void poll() {
    try {
      readStatement.readOn();
    } finally {
      // Also while Stripe is silent: what is late grows old all the same.
      tellDifferences.tell();
      gauges.refresh();
    }
  }
}
