package dev.agora.marketplace.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.agora.marketplace.listing.Terms;
import dev.agora.money.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as its parties see it.
 *
 * @param feeBps the platform's fee on what is released, pinned when the order was placed
 * @param deadlines what happens by itself if nobody acts, by name
 * @param refunded what the seller has given back since the settlement, or is giving back
 * @param nextActions what this caller may do now: the last part of the path to post to
 * @param deliveries oldest first; left out in lists
 * @param adjustments what the seller gave back after the settlement, oldest first; left out in
 *     lists
 * @param timeline what happened, oldest first; left out in lists
 */
public record OrderView(
    String id,
    String status,
    String service,
    String buyer,
    String seller,
    Credits price,
    int feeBps,
    TermsView terms,
    @JsonRawValue @Nullable String input,
    Map<String, Instant> deadlines,
    int revisionsLeft,
    @Nullable SplitView split,
    @Nullable DisputeView dispute,
    @Nullable SettlementView settlement,
    @Nullable RejectionView rejection,
    Credits refunded,
    List<String> nextActions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DeliveryView> deliveries,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AdjustmentView> adjustments,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HappeningView> timeline,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The terms as the order pinned them. */
  record TermsView(
      String title,
      String description,
      String category,
      List<String> tags,
      String unit,
      Duration deliveryTime,
      boolean autoAccept,
      int revisions,
      @JsonRawValue @Nullable String inputSchema,
      @JsonRawValue @Nullable String outputSchema) {

    static TermsView of(Terms terms) {
      return new TermsView(
          terms.title(),
          terms.description(),
          terms.category().name(),
          terms.tags(),
          terms.unit().name(),
          terms.deliveryTime(),
          terms.autoAccept(),
          terms.revisions(),
          terms.inputSchema(),
          terms.outputSchema());
    }
  }

  /** An open offer to settle; {@code splitBps} is the seller's share. */
  record SplitView(Party by, int splitBps) {

    static @Nullable SplitView of(@Nullable Split split) {
      return split == null ? null : new SplitView(split.by(), split.sellerBps());
    }
  }

  /** A disagreement; all shares are the seller's. */
  record DisputeView(
      String reason,
      @Nullable String evidence,
      int requestedSplitBps,
      Instant openedAt,
      @Nullable String answer,
      @Nullable Instant answeredAt,
      @Nullable RulingView ruling) {

    static @Nullable DisputeView of(@Nullable Dispute dispute) {
      return dispute == null
          ? null
          : new DisputeView(
              dispute.reason(),
              dispute.evidence(),
              dispute.sellerBps(),
              dispute.openedAt(),
              dispute.answer(),
              dispute.answeredAt(),
              RulingView.of(dispute.ruling()));
    }
  }

  /** How an arbiter decided. */
  record RulingView(int splitBps, String reason, Instant at) {

    static @Nullable RulingView of(Dispute.@Nullable Ruling ruling) {
      return ruling == null
          ? null
          : new RulingView(ruling.sellerBps(), ruling.reason(), ruling.at());
    }
  }

  /** Who gets what; {@code postedAt} is null while the ledger is at it. */
  record SettlementView(
      Credits buyerRefund, Credits sellerNet, Credits fee, @Nullable Instant postedAt) {

    static @Nullable SettlementView of(@Nullable Settlement settlement) {
      return settlement == null
          ? null
          : new SettlementView(
              settlement.buyerRefund(),
              settlement.sellerNet(),
              settlement.fee(),
              settlement.postedAt());
    }
  }

  /** Why the ledger refused the buyer's funds. */
  record RejectionView(
      String code, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Credits missing) {

    static @Nullable RejectionView of(Progress.@Nullable Refusal refusal) {
      return refusal == null ? null : new RejectionView(refusal.code(), refusal.missing());
    }
  }

  /**
   * What the seller gave back; the price and the settlement stay what they were.
   *
   * @param amount that was asked for, equal to what the buyer gets
   * @param toBuyer what the buyer got; null until posted, as are the two others
   * @param fromSeller what the seller paid
   * @param feeReturned what the platform paid
   * @param at when it was decided, or asked for if the ledger is at it
   */
  record AdjustmentView(
      String id,
      String type,
      String status,
      Credits amount,
      String reason,
      @Nullable Credits toBuyer,
      @Nullable Credits fromSeller,
      @Nullable Credits feeReturned,
      @Nullable RejectionView rejection,
      Instant at) {

    static AdjustmentView of(Adjustment adjustment) {
      Adjustment.Outcome outcome = adjustment.outcome();
      Adjustment.Posted posted = outcome instanceof Adjustment.Posted it ? it : null;
      Adjustment.Refused refused = outcome instanceof Adjustment.Refused it ? it : null;
      return new AdjustmentView(
          adjustment.id().value(),
          "REFUND",
          outcome.name(),
          adjustment.amount(),
          adjustment.reason(),
          posted == null ? null : posted.toBuyer(),
          posted == null ? null : posted.fromSeller(),
          posted == null ? null : posted.feeReturned(),
          refused == null ? null : new RejectionView(refused.code(), refused.missing()),
          adjustment.at());
    }
  }

  /** What was handed over. */
  record DeliveryView(
      int number,
      @JsonRawValue @Nullable String content,
      List<String> links,
      List<Delivery.FileLink> files,
      @Nullable String note,
      String sha256,
      Instant at) {

    static DeliveryView of(Delivery delivery) {
      return new DeliveryView(
          delivery.number(),
          delivery.content(),
          delivery.links(),
          delivery.files(),
          delivery.note(),
          delivery.sha256(),
          delivery.at());
    }
  }

  /** One line of the history. */
  record HappeningView(
      String event, Party by, OrderState status, @Nullable String note, Instant at) {

    static HappeningView of(Happening happening) {
      return new HappeningView(
          happening.verb().name(),
          happening.party(),
          happening.state(),
          happening.note(),
          happening.at());
    }
  }
}
