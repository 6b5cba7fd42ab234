package dev.agora.ledger.kafka;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.Entry;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Transaction;
import dev.agora.money.Usd;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The event {@code ledger.cash-moved} as it is on the wire. */
record CashMoved(List<CashMovement> movements) {

  CashMoved {
    movements = List.copyOf(movements);
  }

  /**
   * What a transaction changed of the dollars at Stripe.
   *
   * @param matter the purchase, refund, dispute or conversion that it is about
   */
  record CashMovement(
      String transactionId, String kind, @Nullable String matter, String clearingUsd, String at) {}

  /** Empty for all that moves credits only, which is nearly everything. */
  static Optional<CashMovement> of(Outcome.Accepted posted) {
    if (!posted.platform().containsKey(PlatformAccount.STRIPE_CLEARING)) {
      return Optional.empty();
    }
    long cents =
        posted.entries().stream()
            .filter(entry -> entry.account() == PlatformAccount.STRIPE_CLEARING)
            .mapToLong(Entry::units)
            .sum();
    Transaction transaction = posted.transaction();
    return cents == 0
        ? Optional.empty()
        : Optional.of(
            new CashMovement(
                transaction.id().value(),
                transaction.kind().name(),
                transaction.note().reference(),
                Usd.ofCents(cents).toString(),
                transaction.at().toString()));
  }
}
