package dev.agora.ledger.posting;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import org.jspecify.annotations.Nullable;

/** The rules of a payment between agents. */
final class Transfers {

  private Transfers() {}

  static Decision decide(LedgerState state, Posting.Transfer transfer) {
    Decision refusal = refusal(state, transfer);
    return refusal == null ? draft(state, transfer) : refusal;
  }

  /** Why the payment is refused, or null if it is not. */
  static Decision.@Nullable Refusal refusal(LedgerState state, Posting.Transfer transfer) {
    Wallet payer = state.wallet(transfer.payer()).orElse(null);
    Wallet payee = state.wallet(transfer.payee()).orElse(null);
    if (payer == null) {
      return Decision.refuse(Rejection.AGENT_UNKNOWN);
    }
    if (payee == null) {
      return Decision.refuse(Rejection.PAYEE_UNKNOWN);
    }
    Rejection unfit = unfitParties(payer, payee);
    if (unfit != null) {
      return Decision.refuse(unfit);
    }
    if (isReferenceUsed(state, transfer)) {
      return Decision.refuse(Rejection.REFERENCE_USED);
    }
    if (transfer.feeRate().of(transfer.amount()).equals(transfer.amount())) {
      return Decision.refuse(Rejection.NET_IS_ZERO);
    }
    Decision.Refusal limited = Spending.refusal(state, payer, payee.agent(), transfer.amount());
    if (limited != null) {
      return limited;
    }
    return payer.available().compareTo(transfer.amount()) < 0
        ? insufficient(state, payer, transfer.amount())
        : null;
  }

  private static @Nullable Rejection unfitParties(Wallet payer, Wallet payee) {
    if (payer.agent().equals(payee.agent())) {
      return Rejection.SAME_AGENT;
    }
    if (payer.status() == AgentStatus.CLOSED || payee.status() == AgentStatus.CLOSED) {
      return Rejection.AGENT_CLOSED;
    }
    return payer.status() == AgentStatus.FROZEN ? Rejection.AGENT_FROZEN : null;
  }

  static Decision.Refusal insufficient(LedgerState state, Wallet payer, Credits amount) {
    return new Decision.Refusal(
        Rejection.INSUFFICIENT_CREDITS, shortfall(state, payer, amount, payer.available()));
  }

  /** The figures of a refusal; missing is what the amount exceeds the usable credits by. */
  static Shortfall shortfall(LedgerState state, Wallet payer, Credits amount, Credits usable) {
    return new Shortfall(
        payer.available(), amount.minus(usable), payer.lots().convertibleAt(state.at()));
  }

  private static Draft draft(LedgerState state, Posting.Transfer transfer) {
    Wallet payer = state.wallet(transfer.payer()).orElseThrow();
    Wallet payee = state.wallet(transfer.payee()).orElseThrow();
    Credits fee = transfer.feeRate().of(transfer.amount());
    Lots taken = payer.lots().first(transfer.amount());
    Draft draft =
        new Draft(transfer, transfer.amount())
            .fee(Fee.of(fee, transfer.feeRate()))
            .spend(payer)
            .takeFrom(payer, taken);
    // The fee is paid out of what is spent first, so the payee's part keeps the longest rested.
    Income.pay(state, draft, payer, payee, taken.minus(taken.first(fee)));
    return draft.move(PlatformAccount.FEES_TRANSFER, fee);
  }

  private static boolean isReferenceUsed(LedgerState state, Posting.Transfer transfer) {
    @Nullable String reference = transfer.note().reference();
    return reference != null
        && state.isUsed(
            new UsedReference(transfer.payer(), transfer.kind(), transfer.payee(), reference));
  }
}
