package dev.agora.billing.kafka;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.refund.RefundFigures;
import dev.agora.messaging.saga.CommandType;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** What the saga of a refund sends and hears, as contracts/ledger and contracts/billing say. */
final class RefundMessages {

  private static final String LEDGER = "ledger.commands.v1";

  static final CommandType<ReserveRefund> RESERVE_REFUND =
      new CommandType<>(
          LEDGER, "ledger.reserve-refund", 1, ReserveRefund.class, ReserveRefund::agentId);

  static final CommandType<ReleaseHold> RELEASE_HOLD =
      new CommandType<>(LEDGER, "ledger.release-hold", 1, ReleaseHold.class, ReleaseHold::agentId);

  static final CommandType<SendRefund> SEND_REFUND =
      new CommandType<>(
          "billing.commands.v1",
          "billing.send-refund",
          1,
          SendRefund.class,
          SendRefund::purchaseId);

  static final CommandType<CaptureRefund> CAPTURE_REFUND =
      new CommandType<>(
          LEDGER, "ledger.capture-refund", 1, CaptureRefund.class, CaptureRefund::agentId);

  private RefundMessages() {}

  record ReserveRefund(
      String holdId, String refundId, String purchaseId, String agentId, String priceUsd) {

    static ReserveRefund of(RefundSaga.Data data) {
      return new ReserveRefund(
          data.holdId(), data.refundId(), data.purchaseId(), data.agentId(), data.priceUsd());
    }
  }

  /** What the ledger set aside, and how much it is worth. */
  record Reserved(String credits, String usedCredits, String refundUsd) {

    RefundFigures toFigures() {
      return new RefundFigures(
          Credits.parse(credits), Credits.parse(usedCredits), Usd.parse(refundUsd));
    }
  }

  record ReleaseHold(String holdId, String agentId, String reason) {

    static ReleaseHold of(RefundSaga.Data data) {
      String reason = data.refusal() == null ? "the refund was not sent" : data.refusal();
      return new ReleaseHold(data.holdId(), data.agentId(), reason);
    }
  }

  /** Billing's command to itself. */
  record SendRefund(
      String refundId,
      String purchaseId,
      String paymentIntentId,
      String refundUsd,
      @Nullable String taxUsd) {

    static SendRefund of(RefundSaga.Data data) {
      return new SendRefund(
          data.refundId(),
          data.purchaseId(),
          data.paymentIntentId(),
          requireNonNull(data.reserved()).refundUsd(),
          data.taxBackUsd());
    }

    /** Price and tax together, as Stripe knows them. */
    Usd amount() {
      Usd price = Usd.parse(refundUsd);
      return taxUsd == null ? price : price.plus(Usd.parse(taxUsd));
    }
  }

  /** Its success. */
  record RefundSent(String stripeRefundId) {}

  /** Its refusal. */
  record RefundRefused(String message) {}

  record CaptureRefund(
      String refundId,
      String holdId,
      String purchaseId,
      String agentId,
      String priceUsd,
      String feeUsd,
      String refundUsd,
      @Nullable String taxUsd) {

    static CaptureRefund of(RefundSaga.Data data) {
      return new CaptureRefund(
          data.refundId(),
          data.holdId(),
          data.purchaseId(),
          data.agentId(),
          data.priceUsd(),
          data.feeUsd(),
          requireNonNull(data.reserved()).refundUsd(),
          data.taxBackUsd());
    }
  }
}
