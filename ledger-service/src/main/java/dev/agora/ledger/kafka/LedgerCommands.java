package dev.agora.ledger.kafka;

import dev.agora.ledger.analytics.Payers;
import dev.agora.ledger.journal.Postings;
import dev.agora.ledger.kafka.LedgerMessages.BookRefundedCharge;
import dev.agora.ledger.kafka.LedgerMessages.CaptureConversion;
import dev.agora.ledger.kafka.LedgerMessages.CaptureHold;
import dev.agora.ledger.kafka.LedgerMessages.PlaceHold;
import dev.agora.ledger.kafka.LedgerMessages.PostPurchase;
import dev.agora.ledger.kafka.LedgerMessages.ReleaseHold;
import dev.agora.ledger.kafka.LedgerMessages.SettleHold;
import dev.agora.ledger.kafka.ReturnMessages.BookReturnedTransfer;
import dev.agora.ledger.kafka.ReturnMessages.SettleReturnedTransfer;
import dev.agora.ledger.kafka.ReversalMessages.CaptureRefund;
import dev.agora.ledger.kafka.ReversalMessages.CloseDispute;
import dev.agora.ledger.kafka.ReversalMessages.FreezeDispute;
import dev.agora.ledger.kafka.ReversalMessages.RefundOrder;
import dev.agora.ledger.kafka.ReversalMessages.ReserveRefund;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.posting.Reversal;
import dev.agora.ledger.posting.Transaction;
import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.messaging.inbox.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Posts what the sagas of other services ask for, in the transaction of the inbox. */
final class LedgerCommands {

  /** How long an agent that was made a moment ago may take to be known here. */
  private static final Duration AGENT_ARRIVES_WITHIN = Duration.ofSeconds(5);

  private final Postings postings;
  private final Payers payers;
  private final Clock clock;

  private LedgerCommands(Postings postings, Payers payers, Clock clock) {
    this.postings = postings;
    this.payers = payers;
    this.clock = clock;
  }

  static MessageHandlers handlers(Postings postings, Payers payers, Clock clock) {
    LedgerCommands ledger = new LedgerCommands(postings, payers, clock);
    MessageHandlers.Builder handlers =
        MessageHandlers.on("ledger.commands.v1", "ledger")
            .command(
                "ledger.post-purchase",
                PostPurchase.class,
                (command, context) ->
                    ledger.post(command.toPosting(), context, LedgerReplies::posted))
            .command(
                "ledger.book-refunded-charge",
                BookRefundedCharge.class,
                (command, context) ->
                    ledger.post(command.toPosting(), context, LedgerReplies::posted))
            .command("ledger.place-hold", PlaceHold.class, ledger::placeHold)
            .undo(
                "ledger.release-hold",
                ReleaseHold.class,
                (command, context) ->
                    ledger.post(command.toPosting(), context, LedgerReplies::holdPosted))
            .command(
                "ledger.settle-hold",
                SettleHold.class,
                (command, context) ->
                    ledger.post(command.toPosting(), context, LedgerReplies::holdSettled))
            .command(
                "ledger.capture-hold",
                CaptureHold.class,
                (command, context) ->
                    ledger.post(command.toPosting(), context, LedgerReplies::holdCaptured))
            .command(
                "ledger.capture-conversion",
                CaptureConversion.class,
                (command, context) ->
                    ledger.post(command.toPosting(), context, LedgerReplies::posted));
    return returns(reversals(handlers, ledger), ledger).build();
  }

  private static MessageHandlers.Builder returns(
      MessageHandlers.Builder handlers, LedgerCommands ledger) {
    return handlers
        .command(
            "ledger.book-returned-transfer",
            BookReturnedTransfer.class,
            (command, context) -> ledger.post(command.toPosting(), context, LedgerReplies::posted))
        .command(
            "ledger.settle-returned-transfer",
            SettleReturnedTransfer.class,
            (command, context) -> ledger.post(command.toPosting(), context, LedgerReplies::posted));
  }

  private static MessageHandlers.Builder reversals(
      MessageHandlers.Builder handlers, LedgerCommands ledger) {
    return handlers
        .command(
            "ledger.reserve-refund",
            ReserveRefund.class,
            (command, context) ->
                ledger.post(command.toPosting(), context, LedgerReplies::refundReserved))
        .command(
            "ledger.capture-refund",
            CaptureRefund.class,
            (command, context) ->
                ledger.post(command.toPosting(), context, LedgerReplies::refundCaptured))
        .command(
            "ledger.freeze-dispute",
            FreezeDispute.class,
            (command, context) ->
                ledger.post(command.toPosting(), context, LedgerReplies::disputeFrozen))
        .command(
            "ledger.close-dispute",
            CloseDispute.class,
            (command, context) -> {
              Reversal.CloseDispute close = command.toPosting();
              return ledger.post(
                  close,
                  context,
                  (posted, hold) -> LedgerReplies.disputeClosed(posted, close.movesDollars()));
            })
        .command(
            "ledger.refund-order",
            RefundOrder.class,
            (command, context) ->
                ledger.post(command.toPosting(), context, LedgerReplies::orderRefunded));
  }

  /** Whoever is about to be paid is told of with from whom they have it. */
  private Reply placeHold(PlaceHold command, MessageContext context) {
    Posting.PlaceHold place = command.toPosting();
    return place.purpose() == HoldPurpose.CONVERSION
        ? post(
            place,
            context,
            (posted, hold) -> LedgerReplies.conversionHeld(posted, payers.of(place.payer())))
        : post(place, context, LedgerReplies::holdPosted);
  }

  private Reply post(
      Posting posting,
      MessageContext context,
      BiFunction<Transaction, @Nullable Hold, Reply> success) {
    return switch (postings.post(List.of(posting)).getFirst()) {
      case Outcome.Accepted accepted -> success.apply(accepted.transaction(), accepted.hold());
      case Outcome.AlreadyPosted(var earlier, var hold) -> success.apply(earlier, hold);
      case Outcome.IdReusedWithOtherContent(var earlier) ->
          throw new IllegalStateException("%s differs from %s".formatted(posting, earlier));
      case Outcome.Rejected(var reason, var grounds) -> {
        requireNotFresh(reason, context);
        requireBusiness(reason, posting);
        yield LedgerReplies.refused(reason, grounds);
      }
    };
  }

  /** An agent that is not known yet is no reason to refuse for good; the inbox tries again. */
  private void requireNotFresh(Rejection reason, MessageContext context) {
    boolean unknown = reason == Rejection.AGENT_UNKNOWN || reason == Rejection.PAYEE_UNKNOWN;
    if (unknown && context.createdAt().plus(AGENT_ARRIVES_WITHIN).isAfter(clock.instant())) {
      throw new IllegalStateException(context.type() + " names an agent that is not known yet");
    }
  }

  /**
   * A purchase or hold that is not there, or a hold that has ended, is the sender's bug and becomes
   * a dead letter.
   */
  private static void requireBusiness(Rejection reason, Posting posting) {
    if (reason == Rejection.HOLD_UNKNOWN
        || reason == Rejection.HOLD_ENDED
        || reason == Rejection.PURCHASE_UNKNOWN) {
      throw new IllegalStateException(reason + ": " + posting);
    }
  }
}
