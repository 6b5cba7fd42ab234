package dev.agora.ledger.kafka;

import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.analytics.Payers.Payer;
import dev.agora.ledger.posting.Fee;
import dev.agora.ledger.posting.Grounds;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.posting.Shortfall;
import dev.agora.ledger.posting.Transaction;
import dev.agora.messaging.inbox.Reply;
import dev.agora.money.Credits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the ledger answers to commands, as it is on the wire. */
final class LedgerReplies {

  record Posted(String transactionId, String at) {}

  record HoldPosted(String holdId, String transactionId, String at) {}

  record ConversionHeld(
      String holdId, String transactionId, String at, List<EarnedFrom> earnedFrom) {}

  record EarnedFrom(String agentId, String credits) {}

  record HoldSettled(
      String holdId, String transactionId, String at, String net, String fee, String released) {}

  record HoldCaptured(String holdId, String transactionId, String at, String net, String fee) {}

  record RefundReserved(
      String holdId,
      String transactionId,
      String at,
      String credits,
      String usedCredits,
      String refundUsd) {}

  record RefundCaptured(String transactionId, String at, String credits) {}

  record DisputeFrozen(String frozen, @Nullable String transactionId, String at) {}

  record DisputeClosed(
      @Nullable String transactionId, String at, String recovered, String debt, String loss) {}

  record OrderRefunded(
      String transactionId, String at, String toBuyer, String fromSeller, String feeReturned) {}

  record Refused(
      @Nullable String available, @Nullable String missing, @Nullable String convertible) {}

  record NothingToRefund(String usedCredits) {}

  record LimitExceeded(String limit, String max, String left, @Nullable String resetsAt) {}

  private LedgerReplies() {}

  static Reply posted(Transaction transaction, @Nullable Hold none) {
    return Reply.success(new Posted(transaction.id().value(), transaction.at().toString()));
  }

  static Reply holdPosted(Transaction transaction, @Nullable Hold hold) {
    return Reply.success(
        new HoldPosted(holdOf(transaction), transaction.id().value(), transaction.at().toString()));
  }

  static Reply conversionHeld(Transaction transaction, List<Payer> payers) {
    return Reply.success(
        new ConversionHeld(
            holdOf(transaction),
            transaction.id().value(),
            transaction.at().toString(),
            payers.stream()
                .map(payer -> new EarnedFrom(payer.agent().value(), payer.credits().toString()))
                .toList()));
  }

  /** With the figures of the settlement. */
  static Reply holdSettled(Transaction transaction, @Nullable Hold settled) {
    Hold hold = Objects.requireNonNull(settled);
    Credits fee = feeOf(transaction);
    return Reply.success(
        new HoldSettled(
            holdOf(transaction),
            transaction.id().value(),
            transaction.at().toString(),
            transaction.amount().minus(fee).toString(),
            fee.toString(),
            hold.amount().minus(hold.captured()).toString()));
  }

  /** With the figures of a part. */
  static Reply holdCaptured(Transaction transaction, @Nullable Hold hold) {
    Credits fee = feeOf(transaction);
    return Reply.success(
        new HoldCaptured(
            holdOf(transaction),
            transaction.id().value(),
            transaction.at().toString(),
            transaction.amount().minus(fee).toString(),
            fee.toString()));
  }

  static Reply refundReserved(Transaction transaction, @Nullable Hold hold) {
    return Reply.success(
        new RefundReserved(
            holdOf(transaction),
            transaction.id().value(),
            transaction.at().toString(),
            transaction.amount().toString(),
            detail(transaction, "usedCredits"),
            detail(transaction, "refundUsd")));
  }

  static Reply refundCaptured(Transaction transaction, @Nullable Hold hold) {
    return Reply.success(
        new RefundCaptured(
            transaction.id().value(),
            transaction.at().toString(),
            transaction.amount().toString()));
  }

  static Reply disputeFrozen(Transaction transaction, @Nullable Hold none) {
    return Reply.success(
        new DisputeFrozen(
            transaction.amount().toString(),
            transaction.amount().isZero() ? null : transaction.id().value(),
            transaction.at().toString()));
  }

  static Reply disputeClosed(Transaction transaction, boolean dollars) {
    boolean moved = dollars || transaction.amount().isPositive();
    return Reply.success(
        new DisputeClosed(
            moved ? transaction.id().value() : null,
            transaction.at().toString(),
            detail(transaction, "recovered"),
            detail(transaction, "debt"),
            detail(transaction, "loss")));
  }

  static Reply orderRefunded(Transaction transaction, @Nullable Hold hold) {
    return Reply.success(
        new OrderRefunded(
            transaction.id().value(),
            transaction.at().toString(),
            transaction.amount().toString(),
            detail(transaction, "fromSeller"),
            detail(transaction, "feeReturned")));
  }

  /** Refuses; a code of the wire is none of the engine's names, which may change. */
  static Reply refused(Rejection reason, @Nullable Grounds grounds) {
    String code =
        switch (reason) {
          case AGENT_UNKNOWN -> "agent_unknown";
          case PAYEE_UNKNOWN -> "payee_unknown";
          case SAME_AGENT, SAME_OWNER -> "same_owner";
          case AGENT_CLOSED -> "agent_closed";
          case AGENT_FROZEN -> "agent_frozen";
          case UNCLAIMED_AGENT -> "unclaimed_agent";
          case NOT_CONVERTIBLE -> "not_convertible";
          case INSUFFICIENT_CREDITS -> "insufficient_credits";
          case COUNTERPARTY_NOT_ALLOWED -> "counterparty_not_allowed";
          case LIMIT_EXCEEDED -> "limit_exceeded";
          case NOTHING_TO_REFUND -> "nothing_to_refund";
          case REFERENCE_USED,
              NET_IS_ZERO,
              PURCHASE_UNKNOWN,
              HOLD_UNKNOWN,
              HOLD_ENDED,
              MORE_THAN_HELD,
              NOT_REVERSIBLE,
              NOT_ENOUGH_COLLECTED ->
              throw new IllegalStateException("no command is refused with " + reason);
        };
    return switch (grounds) {
      case null -> Reply.refusal(code);
      case Shortfall shortfall -> Reply.refusal(code, figures(reason, shortfall));
      case Grounds.LimitReached(var name, var max, var left, var resets) ->
          Reply.refusal(
              code,
              new LimitExceeded(
                  name.name(),
                  max.toString(),
                  left.toString(),
                  resets == null ? null : resets.toString()));
      case Grounds.UsedUp(var used) -> Reply.refusal(code, new NothingToRefund(used.toString()));
    };
  }

  private static Refused figures(Rejection reason, Shortfall shortfall) {
    boolean conversion = reason == Rejection.NOT_CONVERTIBLE;
    return new Refused(
        shortfall.available().toString(),
        conversion ? null : shortfall.missing().toString(),
        conversion ? shortfall.convertible().toString() : null);
  }

  private static Credits feeOf(Transaction transaction) {
    Fee taken = Objects.requireNonNull(transaction.fee());
    return Credits.ofMicros(taken.units());
  }

  private static String detail(Transaction transaction, String name) {
    return Objects.requireNonNull(transaction.note().details().get(name));
  }

  private static String holdOf(Transaction transaction) {
    HoldId hold = Objects.requireNonNull(transaction.hold());
    return hold.value();
  }
}
