package dev.agora.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.agent.KnownAgent;
import dev.agora.ledger.analytics.Payers;
import dev.agora.ledger.kafka.LedgerMessages.BookRefundedCharge;
import dev.agora.ledger.kafka.LedgerMessages.CaptureConversion;
import dev.agora.ledger.kafka.LedgerMessages.CaptureHold;
import dev.agora.ledger.kafka.LedgerMessages.PlaceHold;
import dev.agora.ledger.kafka.LedgerMessages.PostPurchase;
import dev.agora.ledger.kafka.LedgerMessages.ReleaseHold;
import dev.agora.ledger.kafka.LedgerMessages.SettleHold;
import dev.agora.ledger.kafka.TransactionsPosted.AgentMovement;
import dev.agora.ledger.kafka.TransactionsPosted.PostedTransaction;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Fee;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.HoldStatus;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Transaction;
import dev.agora.ledger.posting.TransactionKind;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.inbox.Reply;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.support.Contracts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerMessagesContractTest {

  private static final WireJson JSON = new WireJson();
  private static final AgentId BUYER = new AgentId("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f");
  private static final AgentId SELLER = new AgentId("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e60");
  private static final String PURCHASE = "pur_01939c5e7a4b7c3d8e9f0a1b2c3d4e02";
  private static final String CONVERSION_HOLD = "hld_01939c5e7a4b7c3d8e9f0a1b2c3d4e05";
  private static final HoldId HOLD = new HoldId("hld_01939c5e7a4b7c3d8e9f0a1b2c3d4e03");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger.post-purchase",
        "ledger.book-refunded-charge",
        "ledger.place-hold",
        "ledger.release-hold",
        "ledger.settle-hold",
        "ledger.capture-hold",
        "ledger.capture-conversion",
        "ledger.reserve-refund",
        "ledger.capture-refund",
        "ledger.freeze-dispute",
        "ledger.close-dispute",
        "ledger.refund-order",
        "ledger.transactions-posted",
        "ledger.cash-moved",
        "ledger.agent-status-changed",
        "ledger.post-purchase.reply",
        "ledger.book-refunded-charge.reply",
        "ledger.place-hold.reply",
        "ledger.place-hold.refusal",
        "ledger.release-hold.reply",
        "ledger.settle-hold.reply",
        "ledger.capture-hold.reply",
        "ledger.capture-conversion.reply",
        "ledger.reserve-refund.reply",
        "ledger.reserve-refund.refusal",
        "ledger.capture-refund.reply",
        "ledger.freeze-dispute.reply",
        "ledger.close-dispute.reply",
        "ledger.refund-order.reply",
        "ledger.refund-order.refusal"
      })
  void everyExampleFitsItsSchema(String type) {
    Contracts.examples(type).forEach(example -> Contracts.validate(type, example.json()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsRead(String type, Class<?> record, List<String> expected) {
    assertThat(
            Contracts.examples(type).stream()
                .map(example -> summary(posting(JSON.readText(example.json(), record)))))
        .isEqualTo(expected);
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(
            "ledger.post-purchase",
            PostPurchase.class,
            // Without tax and with.
            Collections.nCopies(2, PURCHASE + "/post PURCHASE null " + BUYER + " null 1200")),
        Arguments.of(
            "ledger.book-refunded-charge",
            BookRefundedCharge.class,
            List.of(PURCHASE + "/refunded-charge REFUND null null null 0")),
        Arguments.of(
            "ledger.place-hold",
            PlaceHold.class,
            List.of(
                CONVERSION_HOLD + "/place HOLD %s null %s 500".formatted(SELLER, CONVERSION_HOLD),
                HOLD + "/place HOLD %s %s %s 100".formatted(BUYER, SELLER, HOLD))),
        Arguments.of(
            "ledger.release-hold",
            ReleaseHold.class,
            List.of(HOLD + "/release RELEASE %s null %s null".formatted(BUYER, HOLD))),
        Arguments.of(
            "ledger.settle-hold",
            SettleHold.class,
            List.of(HOLD + "/settle CAPTURE %s %s %s null".formatted(BUYER, SELLER, HOLD))),
        Arguments.of(
            "ledger.capture-hold",
            CaptureHold.class,
            List.of(HOLD + "/capture/7 CAPTURE %s %s %s 0.5".formatted(BUYER, SELLER, HOLD))),
        Arguments.of(
            "ledger.capture-conversion",
            CaptureConversion.class,
            List.of(
                "cnv_01939c5e7a4b7c3d8e9f0a1b2c3d4e06/capture CONVERSION %s null %s 500"
                    .formatted(SELLER, CONVERSION_HOLD))));
  }

  @Test
  void agentsOfAccountsServiceAreRead() {
    assertThat(
            Contracts.examples("accounts.agent-changed").stream()
                .map(
                    example ->
                        JSON.readText(example.json(), AccountsEvents.AgentChanged.class).toAgent()))
        .extracting(KnownAgent::id, KnownAgent::status)
        .containsExactlyInAnyOrder(
            Tuple.tuple(BUYER, AgentStatus.ACTIVE), Tuple.tuple(SELLER, AgentStatus.ACTIVE));
  }

  @Test
  void repliesFitTheirSchemas() {
    Transaction transaction = transaction();
    validate("ledger.post-purchase.reply", LedgerReplies.posted(transaction, null));
    validate("ledger.place-hold.reply", LedgerReplies.holdPosted(transaction, null));
    validate(
        "ledger.place-hold.reply",
        LedgerReplies.conversionHeld(
            transaction(), List.of(new Payers.Payer(BUYER, Credits.parse("480.5")))));
    validate("ledger.settle-hold.reply", LedgerReplies.holdSettled(transaction, hold()));
    validate("ledger.capture-hold.reply", LedgerReplies.holdCaptured(transaction, hold()));
    assertThat(((Reply.Success) LedgerReplies.holdSettled(transaction, hold())).payload())
        .isEqualTo(
            new LedgerReplies.HoldSettled(
                HOLD.value(),
                transaction.id().value(),
                transaction.at().toString(),
                "57",
                "3",
                "40"));
  }

  @Test
  void eventsFitTheirSchema() {
    Contracts.validate(
        "ledger.agent-status-changed",
        JSON.writeText(
            new OutboxStatusEvents.AgentStatusChanged(
                BUYER.value(), "FROZEN", 1, transaction().at())));
    Contracts.validate(
        "ledger.transactions-posted",
        JSON.writeText(
            new TransactionsPosted(
                List.of(
                    new PostedTransaction(
                        transaction().id().value(),
                        "TRANSFER",
                        transaction().at().toString(),
                        null,
                        List.of(
                            new AgentMovement(
                                BUYER.value(), "-20.5", "0", "79.5", "20.5", null, 7)))))));
  }

  private static void validate(String type, Reply reply) {
    Contracts.validate(type, JSON.writeText(((Reply.Success) reply).payload()));
  }

  private static Posting posting(Object message) {
    return switch (message) {
      case PostPurchase command -> command.toPosting();
      case BookRefundedCharge command -> command.toPosting();
      case PlaceHold command -> command.toPosting();
      case ReleaseHold command -> command.toPosting();
      case SettleHold command -> command.toPosting();
      case CaptureHold command -> command.toPosting();
      case CaptureConversion command -> command.toPosting();
      default -> throw new IllegalArgumentException(message.toString());
    };
  }

  private static String summary(Posting posting) {
    return "%s %s %s %s %s %s"
        .formatted(
            posting.id(),
            posting.kind(),
            posting.payer(),
            posting.payee(),
            posting.hold(),
            posting.amount());
  }

  private static Transaction transaction() {
    return new Transaction(
        4711,
        Instant.parse("2026-11-22T09:30:00.123456Z"),
        new PostingId(HOLD + "/settle"),
        TransactionKind.CAPTURE,
        BUYER,
        SELLER,
        HOLD,
        Credits.of(60),
        new Fee(Asset.CREDIT, 3_000_000, FeeRate.ofBasisPoints(500)),
        Note.NONE);
  }

  private static Hold hold() {
    return new Hold(
        HOLD,
        HoldPurpose.ORDER,
        BUYER,
        SELLER,
        Credits.of(100),
        Credits.of(60),
        Credits.ZERO,
        Lots.NONE,
        Lots.NONE,
        HoldStatus.CAPTURED,
        "ord_01939c5e7a4b7c3d8e9f0a1b2c3d4e04",
        null);
  }
}
