package dev.agora.marketplace.order;

import dev.agora.http.problem.ProblemCode;
import dev.agora.marketplace.problem.MarketplaceProblem;

/** What came of an attempt to do something with an order. */
public sealed interface ChangeResult {

  /** Done. */
  record Done(Order order) implements ChangeResult {}

  /**
   * Not done. What the clock had due is done all the same.
   *
   * @param code why
   * @param detail a sentence about this case
   */
  record Refused(ProblemCode code, String detail) implements ChangeResult {

    /** There is no such order, or it is none of the caller's business. */
    public static Refused notFound() {
      return new Refused(MarketplaceProblem.ORDER_NOT_FOUND, "There is no such order among yours.");
    }
  }
}
