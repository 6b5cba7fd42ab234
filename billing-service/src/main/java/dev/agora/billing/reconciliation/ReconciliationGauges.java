package dev.agora.billing.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What an alarm looks at; as of the last round. */
@Component
public class ReconciliationGauges {

  private final FindDifferences findDifferences;
  private final AtomicLong unexplainedCents = new AtomicLong();
  private final AtomicLong differences = new AtomicLong();
  private final AtomicLong quarantined = new AtomicLong();

  ReconciliationGauges(FindDifferences findDifferences, MeterRegistry meters) {
    this.findDifferences = findDifferences;
    Gauge.builder("agora.billing.reconciliation.unexplained.cents", unexplainedCents::get)
        .description(
            "cents that the ledger and Stripe differ by and nothing explains; above 0 is an alarm")
        .register(meters);
    Gauge.builder("agora.billing.reconciliation.differences", differences::get)
        .description(
            "matters of which the ledger and Stripe say different things, explained or not")
        .register(meters);
    Gauge.builder("agora.billing.quarantined", quarantined::get)
        .description(
            "payments that do not fit their orders and wait for a person; above 0 is an alarm")
        .register(meters);
  }

  /** Looks how it stands. */
  public void refresh() {
    Reconciliation now = findDifferences.summary();
    unexplainedCents.set(now.unexplainedUsd().cents());
    differences.set(now.differences());
    quarantined.set(now.quarantined());
  }
}
