package dev.agora.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.kafka.ReversalMessages.CaptureRefund;
import dev.agora.ledger.kafka.ReversalMessages.CloseDispute;
import dev.agora.ledger.kafka.ReversalMessages.FreezeDispute;
import dev.agora.ledger.kafka.ReversalMessages.RefundOrder;
import dev.agora.ledger.kafka.ReversalMessages.ReserveRefund;
import dev.agora.ledger.posting.Grounds;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.posting.Reversal;
import dev.agora.ledger.posting.Transaction;
import dev.agora.ledger.posting.TransactionKind;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.inbox.Reply;
import dev.agora.money.Credits;
import dev.agora.support.Contracts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReversalMessagesContractTest {

  private static final WireJson JSON = new WireJson();
  private static final AgentId BUYER = new AgentId("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f");
  private static final String SELLER = "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e60";
  private static final String REFUND = "rfd_01939c5e7a4b7c3d8e9f0a1b2c3d4e07";
  private static final String HOLD = "hld_01939c5e7a4b7c3d8e9f0a1b2c3d4e08";
  private static final String DISPUTE = "dsp_01939c5e7a4b7c3d8e9f0a1b2c3d4e09";

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
            "ledger.reserve-refund",
            ReserveRefund.class,
            List.of("%s/reserve HOLD %s null %s null".formatted(REFUND, BUYER, HOLD))),
        Arguments.of(
            "ledger.capture-refund",
            CaptureRefund.class,
            // Without tax and with.
            Collections.nCopies(
                2, "%s/capture REFUND %s null %s null".formatted(REFUND, BUYER, HOLD))),
        Arguments.of(
            "ledger.freeze-dispute",
            FreezeDispute.class,
            List.of("%s/freeze HOLD %s null null null".formatted(DISPUTE, BUYER))),
        Arguments.of(
            "ledger.close-dispute",
            CloseDispute.class,
            List.of(
                "%s/close CLAWBACK %s null null null".formatted(DISPUTE, BUYER),
                "%s/close CLAWBACK %s null null null".formatted(DISPUTE, BUYER),
                "%s/close CLAWBACK %s null null null".formatted(DISPUTE, BUYER),
                "%s/close REINSTATEMENT %s null null null".formatted(DISPUTE, BUYER))),
        Arguments.of(
            "ledger.refund-order",
            RefundOrder.class,
            List.of(
                "orf_01939c5e7a4b7c3d8e9f0a1b2c3d4e0a/refund REFUND %s %s %s 40"
                    .formatted(SELLER, BUYER, "hld_01939c5e7a4b7c3d8e9f0a1b2c3d4e03"))));
  }

  @Test
  void repliesFitTheirSchemas() {
    validate(
        "ledger.reserve-refund.reply",
        LedgerReplies.refundReserved(
            transaction("900", Map.of("usedCredits", "300", "refundUsd", "70.00")), null));
    validate(
        "ledger.capture-refund.reply",
        LedgerReplies.refundCaptured(transaction("900", Map.of()), null));
    validate(
        "ledger.freeze-dispute.reply",
        LedgerReplies.disputeFrozen(transaction("0", Map.of()), null));
    Map<String, String> end = Map.of("recovered", "1100", "debt", "100", "loss", "0");
    validate(
        "ledger.close-dispute.reply", LedgerReplies.disputeClosed(transaction("1200", end), true));
    validate(
        "ledger.close-dispute.reply", LedgerReplies.disputeClosed(transaction("0", end), false));
    validate(
        "ledger.refund-order.reply",
        LedgerReplies.orderRefunded(
            transaction("40", Map.of("fromSeller", "38", "feeReturned", "2")), null));
  }

  @Test
  void aRefusedRefundSaysWhatIsUsed() {
    Reply.Refusal refusal =
        (Reply.Refusal)
            LedgerReplies.refused(
                Rejection.NOTHING_TO_REFUND, new Grounds.UsedUp(Credits.of(1150)));

    assertThat(refusal.code()).isEqualTo("nothing_to_refund");
    Contracts.validate("ledger.reserve-refund.refusal", JSON.writeText(refusal.payload()));
  }

  private static void validate(String type, Reply reply) {
    Contracts.validate(type, JSON.writeText(((Reply.Success) reply).payload()));
  }

  private static Reversal posting(Object message) {
    return switch (message) {
      case ReserveRefund command -> command.toPosting();
      case CaptureRefund command -> command.toPosting();
      case FreezeDispute command -> command.toPosting();
      case CloseDispute command -> command.toPosting();
      case RefundOrder command -> command.toPosting();
      default -> throw new IllegalArgumentException(message.toString());
    };
  }

  private static String summary(Reversal posting) {
    return "%s %s %s %s %s %s"
        .formatted(
            posting.id(),
            posting.kind(),
            posting.payer(),
            posting.payee(),
            posting.hold(),
            posting.amount());
  }

  private static Transaction transaction(String amount, Map<String, String> details) {
    return new Transaction(
        4711,
        Instant.parse("2026-11-22T09:30:00.123456Z"),
        new PostingId(DISPUTE + "/close"),
        TransactionKind.CLAWBACK,
        BUYER,
        null,
        new HoldId(HOLD),
        Credits.parse(amount),
        null,
        Note.details(details));
  }
}
