package dev.agora.billing.topup;

/** Why a rule was switched off. */
public enum OffReason {
  /** Two charges in a row were not paid, or the card is reported lost or stolen. */
  DECLINED,
  CARD_REMOVED,
  /** The agent belongs to somebody else now, or to nobody. */
  OWNER_CHANGED,
  AGENT_CLOSED,
  /** The package is no longer on offer, or the amount out of range. */
  PRICE_GONE,
  /** The card's holder disputes a top-up, or its bank warns of fraud. */
  DISPUTED,
  /** What Stripe reported did not fit; a person looks at it. */
  QUARANTINED
}
