package dev.agora.billing.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells operators once of each difference that nothing explains, and when it is gone. */
@Service
@Transactional
public class TellDifferences {

  private static final Logger log = LoggerFactory.getLogger(TellDifferences.class);
  private static final int BATCH = 100;

  private final Matters matters;
  private final DifferenceEvents events;
  private final ReconciliationProperties properties;
  private final InstantSource clock;

  TellDifferences(
      Matters matters,
      DifferenceEvents events,
      ReconciliationProperties properties,
      InstantSource clock) {
    this.matters = matters;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  /** One round, of at most a hundred each way. */
  public void tell() {
    Instant now = clock.instant();
    for (Difference found : matters.claimUntold(now.minus(properties.grace()), now, BATCH)) {
      log.error(
          "{}: the ledger has ${} and Stripe ${}, nothing explains it ({})",
          found.matter(),
          found.bookedUsd(),
          found.stripeUsd(),
          found.kind());
      events.found(found);
    }
    matters.claimClosed(BATCH).forEach(events::closed);
  }
}
