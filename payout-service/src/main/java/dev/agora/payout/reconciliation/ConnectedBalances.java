package dev.agora.payout.reconciliation;

import dev.agora.money.Usd;
import java.util.Optional;

/** What Stripe says of an owner's account. */
public interface ConnectedBalances {

  /**
   * Where the dollars are that were ever sent there.
   *
   * @param balance usable and pending
   * @param paidOut to the bank, and not sent back by it
   */
  record Position(Usd balance, Usd paidOut) {}

  /** Empty if Stripe does not tell all of it. */
  Optional<Position> of(String stripeAccountId);
}
