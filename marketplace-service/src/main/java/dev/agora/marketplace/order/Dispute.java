package dev.agora.marketplace.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What buyer and seller disagree about.
 *
 * @param reason the buyer's
 * @param evidence the buyer's; null without
 * @param sellerBps the share of the price that the buyer would leave to the seller; what settles
 *     the order if the seller does not answer in time
 * @param openedAt when the clocks stopped
 * @param answer the seller's; null until then
 * @param answeredAt null until then
 * @param ruling the arbiter's; null until then
 */
public record Dispute(
    String reason,
    @Nullable String evidence,
    int sellerBps,
    Instant openedAt,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable Ruling ruling) {

  /**
   * How an arbiter decided.
   *
   * @param sellerBps the seller's share of the price in basis points
   * @param reason for both sides to read
   * @param by the arbiter's id
   * @param at when
   */
  public record Ruling(int sellerBps, String reason, String by, Instant at) {}

  static Dispute open(OrderEvent.OpenDispute event, Instant now) {
    return new Dispute(event.reason(), event.evidence(), event.sellerBps(), now, null, null, null);
  }

  Dispute answered(String text, Instant now) {
    return new Dispute(reason, evidence, sellerBps, openedAt, text, now, ruling);
  }

  Dispute ruled(OrderEvent.RuleDispute event, Instant now) {
    Ruling decided = new Ruling(event.sellerBps(), event.reason(), event.arbiter(), now);
    return new Dispute(reason, evidence, sellerBps, openedAt, answer, answeredAt, decided);
  }
}
