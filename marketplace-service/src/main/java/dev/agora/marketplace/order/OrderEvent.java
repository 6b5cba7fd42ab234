package dev.agora.marketplace.order;

import dev.agora.money.Credits;
import org.jspecify.annotations.Nullable;

/** Something that happens to an order, with what it brings along. */
public sealed interface OrderEvent {

  Verb verb();

  /** What the order's history says about it; null if the verb says it all. */
  default @Nullable String note() {
    return null;
  }

  /** A verb that brings nothing along that decides anything. */
  record Plain(Verb verb, @Nullable String note) implements OrderEvent {

    public Plain(Verb verb) {
      this(verb, null);
    }
  }

  /**
   * The ledger refused the hold.
   *
   * @param code of the refusal, such as {@code insufficient_credits}
   * @param missing how much the buyer lacks; null if that is not the reason
   */
  record RefuseFunds(String code, @Nullable Credits missing) implements OrderEvent {

    @Override
    public Verb verb() {
      return Verb.REFUSE_FUNDS;
    }

    @Override
    public String note() {
      return code;
    }
  }

  /**
   * One side offers to settle.
   *
   * @param sellerBps the seller's share of the price in basis points
   */
  record ProposeSplit(int sellerBps) implements OrderEvent {

    @Override
    public Verb verb() {
      return Verb.SPLIT;
    }

    @Override
    public String note() {
      return sellerBps + " bps to the seller";
    }
  }

  /**
   * The buyer disagrees.
   *
   * @param reason in the buyer's words
   * @param evidence in the buyer's words; null without
   * @param sellerBps the share of the price that the buyer would leave to the seller
   */
  record OpenDispute(String reason, @Nullable String evidence, int sellerBps)
      implements OrderEvent {

    @Override
    public Verb verb() {
      return Verb.DISPUTE;
    }

    @Override
    public String note() {
      return reason;
    }
  }

  /**
   * The seller gives back.
   *
   * @param refund its id
   * @param amount that the buyer gets, fee included
   * @param reason in the seller's words
   */
  record Refund(RefundId refund, Credits amount, String reason) implements OrderEvent {

    @Override
    public Verb verb() {
      return Verb.REFUND;
    }

    @Override
    public String note() {
      return amount + " credits: " + reason;
    }
  }

  /**
   * The ledger refused a refund, so it is as if it had not been asked for.
   *
   * @param amount that was asked for
   * @param code of the refusal
   */
  record RefuseRefund(Credits amount, String code) implements OrderEvent {

    @Override
    public Verb verb() {
      return Verb.REFUND_REFUSED;
    }

    @Override
    public String note() {
      return amount + " credits: " + code;
    }
  }

  /** The seller answers a dispute. */
  record AnswerDispute(String answer) implements OrderEvent {

    @Override
    public Verb verb() {
      return Verb.ANSWER;
    }

    @Override
    public String note() {
      return answer;
    }
  }

  /**
   * An arbiter decides.
   *
   * @param sellerBps the seller's share of the price in basis points
   * @param reason for both sides to read
   * @param arbiter the person's id
   */
  record RuleDispute(int sellerBps, String reason, String arbiter) implements OrderEvent {

    @Override
    public Verb verb() {
      return Verb.RULE;
    }

    @Override
    public String note() {
      return sellerBps + " bps to the seller: " + reason;
    }
  }
}
