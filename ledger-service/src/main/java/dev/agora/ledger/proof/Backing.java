package dev.agora.ledger.proof;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.math.BigInteger;
import java.util.function.ToLongFunction;

/**
 * The cash behind the credits, before processing costs and for undisputed money. Credits that a
 * lost dispute could not take back went out with the dollars that it gave back, so they count
 * neither as cash nor as cost: what is owed for them takes as many out of the cost.
 *
 * @param cash held for customers, in cents; what is owed to the state is not
 * @param earned outside the platform, in micro-credits; held and frozen ones and the rewards
 *     account, too
 * @param bought the same of purchased and promotional ones, less what lost disputes could not take
 *     back
 * @param issued for purchases that were not undone, in micro-credits
 * @param unpaid what of these brought no cash, in cents: bonuses, and fees that became revenue
 * @param returnable fees of settled orders that sellers can still give back, in micro-credits
 */
public record Backing(
    long cash, long earned, long bought, long issued, long unpaid, long returnable) {

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  /** What an exact amount counts to one cent: micro-credits times two rates in basis points. */
  private static final BigInteger CENT =
      WHOLE.multiply(WHOLE).multiply(BigInteger.valueOf(Credits.MICROS_PER_CENT));

  /**
   * Out of the platform's accounts and what all agents have.
   *
   * @param earned of agents, holds and disputes, in micro-credits
   * @param bought the same
   * @param debt of agents, zero or below
   */
  public static Backing of(
      ToLongFunction<PlatformAccount> platform, long earned, long bought, long debt) {
    return new Backing(
        platform.applyAsLong(PlatformAccount.STRIPE_CLEARING)
            + platform.applyAsLong(PlatformAccount.STRIPE_FEES)
            + platform.applyAsLong(PlatformAccount.CAPITAL)
            + platform.applyAsLong(PlatformAccount.PAYOUTS_CLEARING)
            + platform.applyAsLong(PlatformAccount.REVENUE_PURCHASE_FEE)
            + platform.applyAsLong(PlatformAccount.TAX_LIABILITY),
        earned + platform.applyAsLong(PlatformAccount.REWARDS),
        bought + debt + platform.applyAsLong(PlatformAccount.CREDIT_LOSSES),
        -platform.applyAsLong(PlatformAccount.ISSUANCE),
        platform.applyAsLong(PlatformAccount.PROMOTIONS),
        0);
  }

  /** With what sellers could still give back. */
  public Backing withReturnable(long fees) {
    return new Backing(cash, earned, bought, issued, unpaid, fees);
  }

  /** What all credits outside the platform could cost at most, rounded up to the cent. */
  public long highestCost(Economy economy) {
    BigInteger[] cents = cost(earned, bought, economy).divideAndRemainder(CENT);
    return cents[0].longValueExact() + (cents[1].signum() > 0 ? 1 : 0);
  }

  /** Whether the cash covers that. */
  public boolean isSolvent(Economy economy) {
    return cash >= highestCost(economy);
  }

  /**
   * What may be given away as earned credits, in micro-credits; below zero if something is missing.
   *
   * <p>What a purchase leaves beyond its highest cost is no means to give away: it goes with the
   * purchase if that is refunded or charged back, and solvency would go with it. Nor are fees that
   * come back with an order, which can at most make as many earned credits of them.
   */
  public long free(Economy economy) {
    BigInteger[] micros = exactlyFree(economy).divideAndRemainder(cost(1, 0, economy));
    return micros[0].longValueExact() - (micros[1].signum() < 0 ? 1 : 0);
  }

  /**
   * Whether a gift out of collected fees leaves the cash enough for all credits, even if every
   * purchase is undone and every order given back afterwards. What costs nothing is allowed. No
   * posting but a gift takes from what is free, so that two gifts at once are the only race.
   *
   * @param moreEarned that it adds to the credits outside the platform, in micro-credits
   * @param moreBought the same of purchased and promotional ones
   */
  public boolean allows(long moreEarned, long moreBought, Economy economy) {
    BigInteger cost = cost(moreEarned, moreBought, economy);
    return cost.signum() <= 0 || exactlyFree(economy).compareTo(cost) >= 0;
  }

  private BigInteger exactlyFree(Economy economy) {
    BigInteger brought =
        WHOLE
            .multiply(WHOLE)
            .multiply(BigInteger.valueOf(issued))
            .subtract(CENT.multiply(BigInteger.valueOf(unpaid)));
    BigInteger beyondCost = brought.subtract(cost(0, issued, economy)).max(BigInteger.ZERO);
    return CENT.multiply(BigInteger.valueOf(cash))
        .subtract(beyondCost)
        .subtract(cost(earned + returnable, bought, economy));
  }

  private static BigInteger cost(long earned, long bought, Economy economy) {
    return BigInteger.valueOf(earned)
        .multiply(WHOLE)
        .add(BigInteger.valueOf(bought).multiply(rest(economy.lowestFee().basisPoints())))
        .multiply(rest(economy.conversionFee().basisPoints()));
  }

  private static BigInteger rest(int basisPoints) {
    return WHOLE.subtract(BigInteger.valueOf(basisPoints));
  }
}
