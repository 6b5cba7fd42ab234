package dev.agora.ledger.posting;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;

/** The rules of a conversion's dollars that came back. */
final class Returns {

  private Returns() {}

  static Decision decide(LedgerState state, Returned returned) {
    return switch (returned) {
      case Returned.Book book ->
          new Draft(book, Credits.ZERO)
              .move(PlatformAccount.STRIPE_CLEARING, book.sum())
              .move(PlatformAccount.PAYOUTS_CLEARING, book.sum().negated());
      case Returned.Keep keep ->
          new Draft(keep, Credits.ZERO)
              .move(PlatformAccount.PAYOUTS_CLEARING, keep.sum())
              .move(PlatformAccount.USD_LOSSES, keep.sum().negated());
      case Returned.Restore restore -> restore(state, restore);
    };
  }

  /** The credits had seasoned when they were converted, so they have again. */
  private static Decision restore(LedgerState state, Returned.Restore restore) {
    Wallet wallet = state.wallet(restore.agent()).orElse(null);
    if (wallet == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    if (wallet.status() == AgentStatus.CLOSED) {
      return Decision.refuse(Rejection.AGENT_CLOSED);
    }
    Credits amount = restore.amount();
    Draft draft = new Draft(restore, amount);
    Income.receive(draft, wallet, Lots.of(Lot.SEASONED, amount));
    return draft
        .move(PlatformAccount.REDEMPTION, amount.negated())
        .move(PlatformAccount.CREDIT_LIABILITY, restore.gross().negated())
        .move(PlatformAccount.REVENUE_CONVERSION_FEE, restore.fee())
        .move(PlatformAccount.PAYOUTS_CLEARING, restore.net());
  }
}
