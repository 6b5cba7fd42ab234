package dev.agora.ledger.posting;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** The rules of earlier transactions that operators reverse (docs/adr/0012). */
final class Opposites {

  private Opposites() {}

  static Decision decide(LedgerState state, Operation.Reverse reverse) {
    Original original = reverse.original();
    Wallet giver = walletOf(state, original.payee());
    Wallet getter = walletOf(state, original.payer());
    if ((giver == null) != (original.payee() == null)
        || (getter == null) != (original.payer() == null)) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    if (isClosed(giver) || isClosed(getter)) {
      return Decision.refuse(Rejection.AGENT_CLOSED);
    }
    if (!original.isReversible()) {
      return Decision.refuse(Rejection.NOT_REVERSIBLE);
    }
    Draft draft = new Draft(reverse, original.amount());
    if (giver != null) {
      Lots arrived = lots(original, giver, 1);
      Lots taken = stillThere(state, giver, arrived);
      if (taken.total().compareTo(arrived.total()) < 0) {
        return new Decision.Refusal(
            Rejection.INSUFFICIENT_CREDITS,
            Transfers.shortfall(state, giver, arrived.total(), taken.total()));
      }
      // What the income had repaid is owed again.
      draft.takeFrom(giver, taken).repay(giver, repaid(original, giver).negated());
    }
    if (getter != null) {
      Income.receive(draft, getter, lots(original, getter, -1));
    }
    return undoPlatform(state, original, draft);
  }

  private static Decision undoPlatform(LedgerState state, Original original, Draft draft) {
    Credits fee = Credits.ZERO;
    for (Movement movement : original.movements()) {
      if (movement.account() instanceof PlatformAccount account) {
        long units = movement.units();
        if (account.asset() == Asset.USD) {
          draft.move(account, Usd.ofCents(-units));
          continue;
        }
        if (units > 0 && state.total(account) < units) {
          return Decision.refuse(Rejection.NOT_ENOUGH_COLLECTED);
        }
        draft.move(account, Credits.ofMicros(-units));
        fee = account == PlatformAccount.FEES_TRANSFER ? fee.plus(Credits.ofMicros(units)) : fee;
      }
    }
    return original.kind() == TransactionKind.TRANSFER
        ? draft.detail("feeReturned", fee.toString())
        : draft;
  }

  /** What the original put into the wallet (sign 1) or took out of it (-1). */
  private static Lots lots(Original original, Wallet wallet, int sign) {
    Lots lots = Lots.NONE;
    for (Movement movement : original.movements()) {
      Lot lot = movement.lot();
      if (lot != null
          && movement.account() instanceof Account.AgentBucket bucket
          && bucket.agent().equals(wallet.agent())) {
        lots = lots.plus(lot, Credits.ofMicros(sign * movement.units()));
      }
    }
    return lots;
  }

  private static Credits repaid(Original original, Wallet wallet) {
    long units = 0;
    for (Movement movement : original.movements()) {
      if (movement.account() instanceof Account.AgentDebt debt
          && debt.agent().equals(wallet.agent())) {
        units += movement.units();
      }
    }
    return Credits.ofMicros(units);
  }

  /**
   * Bought credits come out of the very lot that they went into, or a refund to the card would give
   * more for them than they cost. Earned ones are all worth the same, so that others will do where
   * the lot is used up.
   */
  private static Lots stillThere(LedgerState state, Wallet wallet, Lots arrived) {
    Lots taken = Lots.NONE;
    for (Piece piece : arrived.pieces()) {
      taken = taken.plus(wallet.lots().minus(taken).ofLot(piece.lot(), piece.amount()));
    }
    Credits missing = arrived.in(Bucket.EARNED).minus(taken.in(Bucket.EARNED));
    Credits rested = arrived.convertibleAt(state.at()).minus(taken.convertibleAt(state.at()));
    taken = taken.plus(wallet.lots().minus(taken).ofLot(Lot.SEASONED, rested.min(missing)));
    missing = arrived.in(Bucket.EARNED).minus(taken.in(Bucket.EARNED));
    return taken.plus(wallet.lots().minus(taken).onlyIn(Bucket.EARNED).first(missing));
  }

  private static @Nullable Wallet walletOf(LedgerState state, @Nullable AgentId agent) {
    return agent == null ? null : state.wallet(agent).orElse(null);
  }

  private static boolean isClosed(@Nullable Wallet wallet) {
    return wallet != null && wallet.status() == AgentStatus.CLOSED;
  }
}
