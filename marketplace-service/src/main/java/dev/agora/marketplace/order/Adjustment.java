package dev.agora.marketplace.order;

import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a seller gives back of a completed order; the order's price and settlement stay as they are.
 *
 * @param id of the refund
 * @param order that was settled
 * @param amount that the buyer gets, the platform's part included
 * @param reason in the seller's words
 * @param outcome what the ledger made of it
 * @param at when it was asked for, then when it was decided
 */
public record Adjustment(
    RefundId id, OrderId order, Credits amount, String reason, Outcome outcome, Instant at) {

  /** What the ledger made of it. */
  public sealed interface Outcome {

    /** As rows and answers spell it. */
    default String name() {
      return switch (this) {
        case Asked() -> "ASKED";
        case Posted _ -> "POSTED";
        case Refused _ -> "REFUSED";
      };
    }
  }

  /** It has not answered. */
  public record Asked() implements Outcome {}

  /**
   * It is done; always {@code toBuyer = fromSeller + feeReturned}.
   *
   * @param toBuyer what the buyer got, in the buckets that had paid
   * @param fromSeller what the seller paid
   * @param feeReturned what the platform gave back of its fee
   */
  public record Posted(Credits toBuyer, Credits fromSeller, Credits feeReturned)
      implements Outcome {}

  /**
   * It is not, and will not be.
   *
   * @param code such as {@code insufficient_credits}
   * @param missing how much the seller lacked; null if that was not the reason
   */
  public record Refused(String code, @Nullable Credits missing) implements Outcome {}

  /** The same with its outcome. */
  public Adjustment decided(Outcome by, Instant now) {
    return new Adjustment(id, order, amount, reason, by, now);
  }

  public boolean isDecided() {
    return !(outcome instanceof Asked);
  }
}
