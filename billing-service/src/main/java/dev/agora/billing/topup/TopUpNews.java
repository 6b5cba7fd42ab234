package dev.agora.billing.topup;

/** What happened to a rule. */
public enum TopUpNews {
  /** Its owner set it. */
  SET,
  /** Its owner took it back. */
  REMOVED,
  /** The balance fell below the threshold: the card is charged. */
  STARTED,
  /** The card's bank wants its holder to confirm: the purchase has a page for that. */
  NEEDS_HUMAN,
  /** The credits arrived. */
  SUCCEEDED,
  /** The card said no, or nobody confirmed in time. */
  DECLINED,
  /** The month's ceiling leaves no room until the next month. */
  CEILING_REACHED,
  /** It works no more until its owner sets it anew. */
  SWITCHED_OFF
}
