package dev.agora.billing.purchase;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks at unpaid purchases now and then, so that no purchase depends on an event of Stripe. */
@Service
public class SweepUnpaid {

  private static final Logger log = LoggerFactory.getLogger(SweepUnpaid.class);

  private final Purchases purchases;
  private final CheckPayment checkPayment;
  private final PurchaseProperties properties;
  private final InstantSource clock;

  SweepUnpaid(
      Purchases purchases,
      CheckPayment checkPayment,
      PurchaseProperties properties,
      InstantSource clock) {
    this.purchases = purchases;
    this.checkPayment = checkPayment;
    this.properties = properties;
    this.clock = clock;
  }

  /** Looks at those that are due. */
  public void sweep() {
    List<Purchase> due =
        purchases.claimUnpaid(
            clock.instant(),
            properties.checkBatch(),
            properties.checkIntervalMin(),
            properties.checkIntervalMax());
    for (Purchase purchase : due) {
      try {
        checkPayment.check(purchase);
      } catch (RuntimeException failed) {
        // One that fails must not keep the others waiting; it is due again soon.
        log.warn("{} could not be checked: {}", purchase.id(), failed.toString());
      }
    }
  }
}
