package dev.agora.billing.reconciliation;

import dev.agora.billing.dispute.CheckDispute;
import dev.agora.billing.refund.FollowRefund;
import dev.agora.billing.refund.RefundId;
import dev.agora.money.Usd;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Reads Stripe's statement on from where it was, and compares its sum with Stripe's balance. Money
 * moves whether an event tells of it or not, so this also finds what no event told.
 */
@Service
public class ReadStatement {

  private static final Logger log = LoggerFactory.getLogger(ReadStatement.class);

  private final Statement statement;
  private final Matters matters;
  private final FollowRefund followRefund;
  private final CheckDispute checkDispute;
  private final ReconciliationProperties properties;
  private final InstantSource clock;

  ReadStatement(
      Statement statement,
      Matters matters,
      FollowRefund followRefund,
      CheckDispute checkDispute,
      ReconciliationProperties properties,
      InstantSource clock) {
    this.statement = statement;
    this.matters = matters;
    this.followRefund = followRefund;
    this.checkDispute = checkDispute;
    this.properties = properties;
    this.clock = clock;
  }

  /** Reads all that is new. Never called within a transaction. */
  public void readOn() {
    read();
    Usd before = matters.statement();
    Usd balance = statement.balance();
    read();
    if (matters.statement().equals(before)) {
      // Nothing moved around the balance, so that it must be the sum of the movements.
      matters.balanced(balance, before, clock.instant());
    }
  }

  private void read() {
    Instant from = matters.seenUntil().map(until -> until.minus(properties.overlap())).orElse(null);
    AtomicReference<Instant> newest = new AtomicReference<>(Instant.EPOCH);
    statement.read(
        from,
        page -> {
          take(page);
          page.forEach(
              movement ->
                  newest.accumulateAndGet(movement.createdAt(), (a, b) -> a.isAfter(b) ? a : b));
        });
    if (newest.get().isAfter(Instant.EPOCH)) {
      // Only now: a reading that breaks off begins again where this one began.
      matters.seenUntil(newest.get());
    }
  }

  private void take(List<StripeMovement> page) {
    if (page.isEmpty()) {
      return;
    }
    matters.take(page);
    page.forEach(this::heed);
  }

  /** Money that came or went may be the only sign that a refund failed or a dispute began. */
  private void heed(StripeMovement movement) {
    try {
      switch (movement.category()) {
        case "refund_failure" -> RefundId.parse(movement.matter()).ifPresent(followRefund::look);
        case "dispute", "dispute_reversal" -> checkDispute.byStripeId(movement.matter());
        default -> {}
      }
    } catch (RuntimeException failed) {
      log.warn(
          "{} of {} could not be heeded: {}", movement.id(), movement.matter(), failed.toString());
    }
  }
}
