package dev.agora.payout.reconciliation;

import dev.agora.money.Usd;
import dev.agora.payout.reconciliation.Break.Kind;
import dev.agora.payout.reconciliation.ConnectedBalances.Position;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Compares what lies on owners' Stripe accounts with what was sent there, less what came back and
 * what went to banks; some accounts at a time. Money that is moving while both sides are read is no
 * difference, so that only one that stays the same until the next look is.
 */
@Component
class CompareConnected {

  private final JdbcConnectedLooks looks;
  private final ConnectedBalances balances;
  private final Breaks breaks;
  private final ReconciliationProperties properties;

  CompareConnected(
      JdbcConnectedLooks looks,
      ConnectedBalances balances,
      Breaks breaks,
      ReconciliationProperties properties) {
    this.looks = looks;
    this.balances = balances;
    this.breaks = breaks;
    this.properties = properties;
  }

  void compare() {
    for (JdbcConnectedLooks.Account account : looks.next(properties.accounts())) {
      Optional<Position> position = balances.of(account.stripeAccountId());
      // One that Stripe does not tell of has its turn again, after all others.
      Usd difference = position.map(it -> difference(account, it)).orElse(account.lastDifference());
      looks.looked(account, difference);
      if (position.isPresent()) {
        tell(account, position.get(), difference);
      }
    }
  }

  private void tell(JdbcConnectedLooks.Account account, Position position, Usd difference) {
    boolean stays =
        account.settled()
            && !difference.equals(Usd.ZERO)
            && difference.equals(account.lastDifference());
    if (stays) {
      breaks.found(
          Kind.CONNECTED_BALANCE,
          account.stripeAccountId(),
          "$%s there and $%s paid out, of $%s sent"
              .formatted(position.balance(), position.paidOut(), account.sent()));
    } else if (difference.equals(Usd.ZERO)) {
      breaks.mended(Kind.CONNECTED_BALANCE, account.stripeAccountId());
    }
  }

  private static Usd difference(JdbcConnectedLooks.Account account, Position position) {
    return position.balance().plus(position.paidOut()).minus(account.sent());
  }
}
