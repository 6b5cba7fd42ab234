package dev.agora.billing.dispute;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks for disputes and verdicts now and then, so that none depends on an event of Stripe. */
@Service
public class SweepDisputes {

  private static final Logger log = LoggerFactory.getLogger(SweepDisputes.class);

  private final Disputes disputes;
  private final BankDisputes bank;
  private final TakeDispute takeDispute;
  private final CheckDispute checkDispute;
  private final DisputeProperties properties;

  SweepDisputes(
      Disputes disputes,
      BankDisputes bank,
      TakeDispute takeDispute,
      CheckDispute checkDispute,
      DisputeProperties properties) {
    this.disputes = disputes;
    this.bank = bank;
    this.takeDispute = takeDispute;
    this.checkDispute = checkDispute;
    this.properties = properties;
  }

  /** Looks at those that are open, then at those whose turn may have come, then for new ones. */
  public void sweep() {
    disputes.undecided(properties.checkBatch()).forEach(this::check);
    disputes.waiting(properties.checkBatch()).forEach(this::check);
    attempt("list", this::lookForNew);
  }

  private void check(String stripeId) {
    attempt(stripeId, () -> checkDispute.byStripeId(stripeId));
  }

  private boolean lookForNew() {
    Instant from =
        disputes.seenUntil().map(until -> until.minus(properties.overlap())).orElse(null);
    Instant newest = Instant.MIN;
    boolean allTaken = true;
    for (DisputeObservation seen : bank.since(from)) {
      allTaken &= attempt(seen.stripeId(), () -> takeDispute.take(seen));
      newest = seen.createdAt().isAfter(newest) ? seen.createdAt() : newest;
    }
    // One that has to wait is found again, because the next look begins no later than this one.
    if (allTaken && newest.isAfter(Instant.MIN)) {
      disputes.seenUntil(newest);
    }
    return allTaken;
  }

  /** One that fails must not keep the others waiting. */
  private static boolean attempt(String stripeId, BooleanSupplier attempt) {
    try {
      return attempt.getAsBoolean();
    } catch (RuntimeException failed) {
      log.warn("dispute {} could not be looked at: {}", stripeId, failed.toString());
      return false;
    }
  }
}
