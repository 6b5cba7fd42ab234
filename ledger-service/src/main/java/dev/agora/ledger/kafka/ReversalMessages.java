package dev.agora.ledger.kafka;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.PurchaseTerms;
import dev.agora.ledger.posting.Reversal;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** The commands that give back what was paid, and the postings that they ask for. */
final class ReversalMessages {

  private ReversalMessages() {}

  record ReserveRefund(
      String holdId, String refundId, String purchaseId, String agentId, String priceUsd) {

    Reversal toPosting() {
      return new Reversal.ReserveRefund(
          new PostingId(refundId + "/reserve"),
          new HoldId(holdId),
          new PurchaseId(purchaseId),
          new AgentId(agentId),
          Usd.parse(priceUsd),
          refundId);
    }
  }

  record CaptureRefund(
      String refundId,
      String holdId,
      String purchaseId,
      String agentId,
      String priceUsd,
      String feeUsd,
      String refundUsd,
      @Nullable String taxUsd) {

    Reversal toPosting() {
      return new Reversal.CaptureRefund(
          new PostingId(refundId + "/capture"),
          new HoldId(holdId),
          new PurchaseId(purchaseId),
          new AgentId(agentId),
          new PurchaseTerms(Usd.parse(priceUsd), Usd.parse(feeUsd)),
          Usd.parse(refundUsd),
          LedgerMessages.taxOf(taxUsd),
          refundId);
    }
  }

  record FreezeDispute(String disputeId, String purchaseId, String agentId) {

    Reversal toPosting() {
      return new Reversal.FreezeDispute(
          new PostingId(disputeId + "/freeze"),
          new DisputeId(disputeId),
          new PurchaseId(purchaseId),
          new AgentId(agentId));
    }
  }

  record CloseDispute(
      String disputeId,
      String purchaseId,
      String agentId,
      String outcome,
      String priceUsd,
      String feeUsd,
      String refundedUsd,
      @Nullable String disputedUsd,
      String disputeFeeUsd,
      @Nullable String taxUsd) {

    Reversal.CloseDispute toPosting() {
      PurchaseTerms terms = new PurchaseTerms(Usd.parse(priceUsd), Usd.parse(feeUsd));
      Usd refunded = Usd.parse(refundedUsd);
      return new Reversal.CloseDispute(
          new PostingId(disputeId + "/close"),
          new DisputeId(disputeId),
          new PurchaseId(purchaseId),
          new AgentId(agentId),
          switch (outcome) {
            case "LOST" -> true;
            case "WON" -> false;
            default -> throw new IllegalArgumentException("no end of a dispute: " + outcome);
          },
          terms,
          refunded,
          disputedUsd == null ? terms.price().minus(refunded) : Usd.parse(disputedUsd),
          Usd.parse(disputeFeeUsd),
          LedgerMessages.taxOf(taxUsd));
    }
  }

  record RefundOrder(
      String refundId,
      String holdId,
      String orderId,
      String buyerId,
      String sellerId,
      String amount,
      int feeBps) {

    Reversal toPosting() {
      return new Reversal.RefundOrder(
          new PostingId(refundId + "/refund"),
          new HoldId(holdId),
          new AgentId(sellerId),
          new AgentId(buyerId),
          Credits.parse(amount),
          FeeRate.ofBasisPoints(feeBps),
          orderId);
    }
  }
}
