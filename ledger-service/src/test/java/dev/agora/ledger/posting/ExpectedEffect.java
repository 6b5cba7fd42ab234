package dev.agora.ledger.posting;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an accepted posting does to each agent by the economy's page, worked out from the posting
 * and the state before it.
 */
final class ExpectedEffect {

  /**
   * Of one agent, in micro-credits.
   *
   * @param worth spendable less owed
   */
  record Change(long worth, long held, long frozen) {

    static final Change NONE = new Change(0, 0, 0);

    Change plus(Change other) {
      return new Change(worth + other.worth, held + other.held, frozen + other.frozen);
    }
  }

  private final Map<AgentId, Change> changes = new HashMap<>();

  private ExpectedEffect() {}

  Change of(AgentId agent) {
    return changes.getOrDefault(agent, Change.NONE);
  }

  static ExpectedEffect of(LedgerState before, Posting posting, Outcome.Accepted accepted) {
    ExpectedEffect effect = new ExpectedEffect();
    Credits amount = accepted.transaction().amount();
    switch (posting) {
      case Posting.Transfer it -> effect.pay(it);
      case Posting.Purchase it -> effect.worth(it.payee(), it.base().plus(it.bonus()));
      case Posting.RefundedCharge _, Operation.FundRewards _, Operation.CloseFees _ -> {}
      case Returned.Book _, Returned.Keep _ -> {}
      case Returned.Restore it -> effect.worth(it.payee(), it.amount());
      case Posting.PlaceHold it -> effect.setAside(it.payer(), it.amount());
      case PlainHold.Place it -> effect.setAside(it.payer(), it.amount());
      case Posting.ReleaseHold _, PlainHold.Release _, PlainHold.Expire _ ->
          effect.setAside(Objects.requireNonNull(posting.payer()), left(before, posting).negated());
      case Posting.SettleHold it -> effect.settle(before, it, amount);
      case CaptureHold it -> effect.capture(before, it);
      case PlainHold.Capture it -> effect.capture(before, it);
      case Posting.CaptureConversion it -> effect.held(it.payer(), it.amount().negated());
      case Spend it -> effect.worth(it.payer(), it.amount().negated());
      case Operation.Reward _, Operation.Grant _ ->
          effect.worth(Objects.requireNonNull(posting.payee()), amount);
      case Operation.Charge it -> effect.worth(it.payer(), it.sum().negated());
      case Operation.Reverse it -> effect.mirror(it.original());
      case Reversal.ReserveRefund it -> effect.setAside(it.payer(), amount);
      case Reversal.CaptureRefund it -> effect.held(it.payer(), left(before, it).negated());
      case Reversal.FreezeDispute it -> effect.freeze(it.payer(), amount);
      case Reversal.CloseDispute it -> effect.close(before, it, accepted);
      case Funded.Freeze it -> effect.freeze(it.payer(), stillSeasoning(before, it));
      case Funded.Thaw it ->
          effect.freeze(
              it.payer(),
              Objects.requireNonNull(before.dispute(it.share())).lots().total().negated());
      case Reversal.RefundOrder it -> {
        effect.worth(it.payer(), detail(accepted, "fromSeller").negated());
        effect.worth(it.payee(), it.amount());
      }
    }
    return effect;
  }

  private void pay(Posting.Transfer transfer) {
    worth(transfer.payer(), transfer.amount().negated());
    worth(transfer.payee(), less(transfer.feeRate(), transfer.amount()));
  }

  private void capture(LedgerState before, PlainHold.Capture capture) {
    Credits asked = capture.part();
    Credits part = asked == null ? left(before, capture) : asked;
    held(capture.payer(), part.negated());
    worth(capture.payee(), less(capture.feeRate(), part));
  }

  private void settle(LedgerState before, Posting.SettleHold settle, Credits part) {
    setAside(settle.payer(), left(before, settle).negated());
    worth(settle.payer(), part.negated());
    worth(settle.payee(), netOfPart(before, settle, settle.feeRate(), part));
  }

  private void capture(LedgerState before, CaptureHold capture) {
    held(capture.payer(), capture.amount().negated());
    worth(capture.payee(), netOfPart(before, capture, capture.feeRate(), capture.amount()));
  }

  /** All parts together, less what the earlier ones brought. */
  private static Credits netOfPart(
      LedgerState before, Posting posting, FeeRate rate, Credits part) {
    Credits paid = capturedOfOrder(before, posting);
    return less(rate, paid.plus(part)).minus(less(rate, paid));
  }

  /** What was captured of the order's hold that a posting pays out; zero of any other posting. */
  static Credits capturedOfOrder(LedgerState before, Posting posting) {
    boolean ofOrder = posting instanceof Posting.SettleHold || posting instanceof CaptureHold;
    return ofOrder
        ? before.hold(Objects.requireNonNull(posting.hold())).orElseThrow().captured()
        : Credits.ZERO;
  }

  /** Won: the exact mirror. Lost: all that is left, the debt included, but for what is lost. */
  private void close(LedgerState before, Reversal.CloseDispute close, Outcome.Accepted accepted) {
    Dispute dispute = before.dispute(close.dispute());
    Credits frozen = dispute == null ? Credits.ZERO : dispute.lots().total();
    freeze(close.payer(), frozen.negated());
    if (close.lost()) {
      Credits disputed = accepted.transaction().amount();
      worth(close.payer(), disputed.minus(detail(accepted, "loss")).negated());
    }
  }

  /** Lot by lot the lower of what was earned and what is left, as long as the share is open. */
  private static Credits stillSeasoning(LedgerState before, Funded.Freeze freeze) {
    Dispute share = before.dispute(freeze.share());
    Credits sum = Credits.ZERO;
    for (Piece piece : freeze.earned().pieces()) {
      boolean seasons = piece.lot().number() > before.at().getEpochSecond();
      boolean open = share == null || share.status() == DisputeStatus.OPEN;
      Credits left = before.wallet(freeze.payer()).orElseThrow().lots().in(piece.lot());
      sum = seasons && open ? sum.plus(left.min(piece.amount())) : sum;
    }
    return sum;
  }

  /** What it did to each agent, the other way. */
  private void mirror(Original original) {
    for (Movement movement : original.movements()) {
      switch (movement.account()) {
        case Account.AgentBucket(var agent, _) -> worth(agent, Credits.ofMicros(-movement.units()));
        case Account.AgentDebt(var agent) -> worth(agent, Credits.ofMicros(-movement.units()));
        case PlatformAccount _ -> {}
        case Account.HoldBucket _, Account.FrozenBucket _ ->
            throw new IllegalArgumentException("reversed: " + original);
      }
    }
  }

  private void worth(AgentId agent, Credits change) {
    add(agent, new Change(change.micros(), 0, 0));
  }

  private void held(AgentId agent, Credits change) {
    add(agent, new Change(0, change.micros(), 0));
  }

  private void setAside(AgentId agent, Credits amount) {
    add(agent, new Change(-amount.micros(), amount.micros(), 0));
  }

  private void freeze(AgentId agent, Credits amount) {
    add(agent, new Change(-amount.micros(), 0, amount.micros()));
  }

  private void add(AgentId agent, Change change) {
    changes.merge(agent, change, Change::plus);
  }

  private static Credits less(FeeRate rate, Credits gross) {
    return gross.minus(rate.of(gross));
  }

  private static Credits left(LedgerState before, Posting posting) {
    return before.hold(Objects.requireNonNull(posting.hold())).orElseThrow().lots().total();
  }

  static Credits detail(Outcome.Accepted accepted, String name) {
    return Credits.parse(Objects.requireNonNull(accepted.transaction().note().details().get(name)));
  }
}
