package dev.agora.ledger.kafka;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands that the ledger obeys, as they are on the wire, and the postings that they ask for.
 */
final class LedgerMessages {

  private LedgerMessages() {}

  /** Absent where none was due, and from senders that know of none. */
  static Usd taxOf(@Nullable String taxUsd) {
    return taxUsd == null ? Usd.ZERO : Usd.parse(taxUsd);
  }

  record PostPurchase(
      String purchaseId,
      String agentId,
      String priceUsd,
      String feeUsd,
      int feeBps,
      String baseCredits,
      String bonusCredits,
      String paymentIntentId,
      String stripeFeeUsd,
      @Nullable String taxUsd) {

    Posting toPosting() {
      return new Posting.Purchase(
          PostingId.ofPurchase(new PurchaseId(purchaseId)),
          new PurchaseId(purchaseId),
          new AgentId(agentId),
          Usd.parse(priceUsd),
          Usd.parse(feeUsd),
          FeeRate.ofBasisPoints(feeBps),
          Credits.parse(baseCredits),
          Credits.parse(bonusCredits),
          Usd.parse(stripeFeeUsd),
          taxOf(taxUsd),
          new Note(
              purchaseId, null, Map.of("paymentIntent", paymentIntentId, "priceUsd", priceUsd)));
    }
  }

  record BookRefundedCharge(
      String purchaseId,
      String priceUsd,
      String paymentIntentId,
      String refundId,
      String stripeFeeUsd) {

    Posting toPosting() {
      return new Posting.RefundedCharge(
          new PostingId(purchaseId + "/refunded-charge"),
          Usd.parse(priceUsd),
          Usd.parse(stripeFeeUsd),
          new Note(purchaseId, null, Map.of("paymentIntent", paymentIntentId, "refund", refundId)));
    }
  }

  record PlaceHold(
      String holdId,
      String purpose,
      String agentId,
      @Nullable String payeeId,
      String amount,
      String reference) {

    Posting.PlaceHold toPosting() {
      return new Posting.PlaceHold(
          new PostingId(holdId + "/place"),
          new HoldId(holdId),
          HoldPurpose.valueOf(purpose),
          new AgentId(agentId),
          payeeId == null ? null : new AgentId(payeeId),
          Credits.parse(amount),
          reference);
    }
  }

  record ReleaseHold(String holdId, String agentId, @Nullable String reason) {

    Posting toPosting() {
      return new Posting.ReleaseHold(
          new PostingId(holdId + "/release"), new HoldId(holdId), new AgentId(agentId), reason);
    }
  }

  record SettleHold(
      String holdId, String agentId, String payeeId, String amount, int feeBps, String reference) {

    Posting toPosting() {
      return new Posting.SettleHold(
          PostingId.ofSettlement(new HoldId(holdId)),
          new HoldId(holdId),
          new AgentId(agentId),
          new AgentId(payeeId),
          Credits.parse(amount),
          FeeRate.ofBasisPoints(feeBps),
          reference);
    }
  }

  /** The number tells the captures of a hold apart, so that each is posted once. */
  record CaptureHold(
      String holdId,
      String agentId,
      String payeeId,
      int number,
      String amount,
      int feeBps,
      String reference) {

    Posting toPosting() {
      return new dev.agora.ledger.posting.CaptureHold(
          PostingId.ofCapture(new HoldId(holdId), number),
          new HoldId(holdId),
          new AgentId(agentId),
          new AgentId(payeeId),
          Credits.parse(amount),
          FeeRate.ofBasisPoints(feeBps),
          reference);
    }
  }

  record CaptureConversion(
      String conversionId,
      String holdId,
      String agentId,
      String grossUsd,
      String feeUsd,
      int feeBps,
      String netUsd,
      String stripeTransferId) {

    Posting toPosting() {
      return new Posting.CaptureConversion(
          new PostingId(conversionId + "/capture"),
          new HoldId(holdId),
          new AgentId(agentId),
          Usd.parse(grossUsd),
          Usd.parse(feeUsd),
          FeeRate.ofBasisPoints(feeBps),
          Usd.parse(netUsd),
          new Note(conversionId, null, Map.of("stripeTransfer", stripeTransferId)));
    }
  }
}
