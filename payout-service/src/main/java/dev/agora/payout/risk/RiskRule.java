package dev.agora.payout.risk;

import dev.agora.money.Credits;

/**
 * One rule.
 *
 * @param above credits, as the kind says
 * @param windowHours how far it looks back, from 1 to 8,760
 * @param shareBps of what was earned, in basis points; of FRESHLY_BOUGHT alone
 */
record RiskRule(
    String name, Kind kind, boolean enabled, Credits above, int windowHours, int shareBps) {

  /** What a rule looks at. */
  enum Kind {
    /** An owner who was never paid converts more than {@code above}. */
    FIRST_CONVERSION,
    /** An owner's conversions within the window come to more than {@code above}. */
    OWNER_SUM,
    /**
     * More than {@code above} is converted, and {@code shareBps} or more of what was earned in the
     * last 30 days comes from payers who bought credits within the window.
     */
    FRESHLY_BOUGHT,
    /**
     * More than {@code above} was earned from payers with a dispute, open or lost, in the window.
     */
    DISPUTED_PAYERS
  }
}
