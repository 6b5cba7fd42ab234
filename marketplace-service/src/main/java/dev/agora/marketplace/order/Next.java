package dev.agora.marketplace.order;

import dev.agora.marketplace.problem.MarketplaceProblem;

/** What an event does to an order. */
public sealed interface Next {

  /** What the change asks of the escrowed funds. */
  enum Funds {
    /** Leave it as it is. */
    KEEP,
    /** Pay the settlement's gross amount out of it, and give the rest back. */
    SETTLE,
    /** Give all of it back. */
    RELEASE
  }

  /** It happens. */
  record Changed(Order order, Funds funds) implements Next {}

  /**
   * It does not.
   *
   * @param code why
   * @param detail a sentence about this case
   */
  record Refused(MarketplaceProblem code, String detail) implements Next {}
}
