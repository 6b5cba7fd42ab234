package dev.agora.marketplace.order;

import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order's state needs to know beyond its name.
 *
 * @param revisionsUsed how often the buyer asked for another delivery
 * @param deliverBy what the seller promised last; null before work starts
 * @param split the open offer to settle; null without
 * @param dispute null if there never was one
 * @param settlement who gets what; null until decided
 * @param refusal why the ledger refused; null if it did not
 * @param completedAt null until then
 * @param buyerReviewed whether the buyer has written a review
 * @param sellerReviewed whether the seller has
 * @param refunded what the seller has given back since the settlement, or is giving back
 */
public record Progress(
    int revisionsUsed,
    @Nullable Instant deliverBy,
    @Nullable Split split,
    @Nullable Dispute dispute,
    @Nullable Settlement settlement,
    @Nullable Refusal refusal,
    @Nullable Instant completedAt,
    boolean buyerReviewed,
    boolean sellerReviewed,
    Credits refunded) {

  /**
   * Why the ledger refused the hold.
   *
   * @param code such as {@code insufficient_credits}
   * @param missing how much the buyer lacked; null if that was not the reason
   */
  public record Refusal(String code, @Nullable Credits missing) {}

  static final Progress NONE =
      new Progress(0, null, null, null, null, null, null, false, false, Credits.ZERO);

  Progress withRevisionsUsed(int used) {
    return new Progress(
        used,
        deliverBy,
        split,
        dispute,
        settlement,
        refusal,
        completedAt,
        buyerReviewed,
        sellerReviewed,
        refunded);
  }

  Progress withDeliverBy(Instant promise) {
    return new Progress(
        revisionsUsed,
        promise,
        split,
        dispute,
        settlement,
        refusal,
        completedAt,
        buyerReviewed,
        sellerReviewed,
        refunded);
  }

  Progress withSplit(@Nullable Split offer) {
    return new Progress(
        revisionsUsed,
        deliverBy,
        offer,
        dispute,
        settlement,
        refusal,
        completedAt,
        buyerReviewed,
        sellerReviewed,
        refunded);
  }

  Progress withDispute(Dispute changed) {
    return new Progress(
        revisionsUsed,
        deliverBy,
        split,
        changed,
        settlement,
        refusal,
        completedAt,
        buyerReviewed,
        sellerReviewed,
        refunded);
  }

  Progress withSettlement(Settlement decided) {
    return new Progress(
        revisionsUsed,
        deliverBy,
        split,
        dispute,
        decided,
        refusal,
        completedAt,
        buyerReviewed,
        sellerReviewed,
        refunded);
  }

  Progress withRefusal(Refusal reason) {
    return new Progress(
        revisionsUsed,
        deliverBy,
        split,
        dispute,
        settlement,
        reason,
        completedAt,
        buyerReviewed,
        sellerReviewed,
        refunded);
  }

  Progress withCompletedAt(Instant at) {
    return new Progress(
        revisionsUsed,
        deliverBy,
        split,
        dispute,
        settlement,
        refusal,
        at,
        buyerReviewed,
        sellerReviewed,
        refunded);
  }

  Progress withReviewBy(Party side) {
    return new Progress(
        revisionsUsed,
        deliverBy,
        split,
        dispute,
        settlement,
        refusal,
        completedAt,
        buyerReviewed || side == Party.BUYER,
        sellerReviewed || side == Party.SELLER,
        refunded);
  }

  Progress withRefunded(Credits given) {
    return new Progress(
        revisionsUsed,
        deliverBy,
        split,
        dispute,
        settlement,
        refusal,
        completedAt,
        buyerReviewed,
        sellerReviewed,
        given);
  }

  boolean isReviewedBy(Party side) {
    return side == Party.BUYER ? buyerReviewed : sellerReviewed;
  }
}
