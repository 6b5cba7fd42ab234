package dev.agora.money;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The prices, fees and limits of the economy; one that exists has passed its guards.
 *
 * <p>The guards are the allowed ranges, and <em>no money pump, and always solvent</em>: for every
 * package, {@code (1 + bonus) x (1 - lowest of transfer and marketplace fee) x (1 - conversion fee)
 * <= 1 - purchase fee}. Without it, a ring of two accounts could draw more out than it paid in.
 *
 * @param packages what can be bought, at least one
 * @param customMin smallest sum of the buyer's choosing
 * @param customMax largest sum of the buyer's choosing
 * @param purchaseFee 2 % to 5 %, out of the price paid
 * @param transferFee 5 % to 10 %, out of the amount
 * @param marketplaceFee 5 % to 10 %, out of what is released to the seller
 * @param conversionFee 10 % to 15 %, out of the USD paid out
 * @param conversionMin smallest conversion
 * @param conversionMaxPerAgent most that an agent converts in a calendar month (UTC)
 * @param conversionMaxPerOwner most that all agents of one owner convert in that month
 * @param seasoning how long an earned credit rests before it converts, 0 to 90 days
 */
public record Economy(
    List<CreditPackage> packages,
    Usd customMin,
    Usd customMax,
    FeeRate purchaseFee,
    FeeRate transferFee,
    FeeRate marketplaceFee,
    FeeRate conversionFee,
    Credits conversionMin,
    Credits conversionMaxPerAgent,
    Credits conversionMaxPerOwner,
    Duration seasoning) {

  private static final Duration SEASONING_MAX = Duration.ofDays(90);
  private static final int WHOLE = 10_000;

  /**
   * Checks ranges, then solvency.
   *
   * @throws InvalidEconomyException with a sentence that names the property, its value and range
   */
  public Economy {
    packages = List.copyOf(packages);
    requireRange("purchase-fee-bps", purchaseFee, 200, 500);
    requireRange("transfer-fee-bps", transferFee, 500, 1000);
    requireRange("marketplace-fee-bps", marketplaceFee, 500, 1000);
    requireRange("conversion-fee-bps", conversionFee, 1000, 1500);
    if (seasoning.isNegative() || seasoning.compareTo(SEASONING_MAX) > 0) {
      throw new InvalidEconomyException(
          "agora.economy.seasoning is " + seasoning + ", but must be between 0 and 90 days");
    }
    requirePositive("conversion-min", conversionMin);
    requireOrder(
        "conversion-max-per-agent", conversionMaxPerAgent, "conversion-min", conversionMin);
    requireOrder(
        "conversion-max-per-owner",
        conversionMaxPerOwner,
        "conversion-max-per-agent",
        conversionMaxPerAgent);
    if (!customMin.isPositive() || customMax.compareTo(customMin) < 0) {
      throw new InvalidEconomyException(
          "agora.economy.custom-min-usd is "
              + customMin
              + " and agora.economy.custom-max-usd is "
              + customMax
              + ", but they must be above zero and in this order");
    }
    if (packages.isEmpty()) {
      throw new InvalidEconomyException("agora.economy.packages is empty, but must name one");
    }
    FeeRate lowestFee = transferFee.compareTo(marketplaceFee) <= 0 ? transferFee : marketplaceFee;
    for (CreditPackage offer : packages) {
      requireSolvent(offer, lowestFee, conversionFee, purchaseFee);
    }
    // The custom amount is a package without bonus; the weakest of all, yet it must hold too.
    requireSolvent(CreditPackage.custom(customMin), lowestFee, conversionFee, purchaseFee);
  }

  /** The defaults of the economy's page. */
  public static Economy standard() {
    return new Economy(
        List.of(
            new CreditPackage("pkg_10", Usd.ofCents(10_00), Credits.ZERO),
            new CreditPackage("pkg_50", Usd.ofCents(50_00), Credits.of(50)),
            new CreditPackage("pkg_100", Usd.ofCents(100_00), Credits.of(200))),
        Usd.ofCents(5_00),
        Usd.ofCents(1000_00),
        FeeRate.ofBasisPoints(300),
        FeeRate.ofBasisPoints(500),
        FeeRate.ofBasisPoints(500),
        FeeRate.ofBasisPoints(1500),
        Credits.of(100),
        Credits.of(10_000),
        Credits.of(50_000),
        Duration.ofDays(7));
  }

  /** The package of that id. */
  public Optional<CreditPackage> findPackage(String id) {
    return packages.stream().filter(offer -> offer.id().equals(id)).findFirst();
  }

  /** The lower of the two fees that a payment between agents can bear. */
  public FeeRate lowestFee() {
    return transferFee.compareTo(marketplaceFee) <= 0 ? transferFee : marketplaceFee;
  }

  private static void requireRange(String property, FeeRate rate, int min, int max) {
    if (rate.basisPoints() < min || rate.basisPoints() > max) {
      throw new InvalidEconomyException(
          "agora.economy.%s is %d, but must be between %d and %d basis points"
              .formatted(property, rate.basisPoints(), min, max));
    }
  }

  private static void requirePositive(String property, Credits amount) {
    if (!amount.isPositive() || !amount.isWholeCents()) {
      throw new InvalidEconomyException(
          "agora.economy.%s is %s, but must be above zero and a multiple of 0.1 credit"
              .formatted(property, amount));
    }
  }

  private static void requireOrder(
      String property, Credits amount, String lowerProperty, Credits lower) {
    if (amount.compareTo(lower) < 0) {
      throw new InvalidEconomyException(
          "agora.economy.%s is %s, but must be at least agora.economy.%s, which is %s"
              .formatted(property, amount, lowerProperty, lower));
    }
  }

  private static void requireSolvent(
      CreditPackage offer, FeeRate lowestFee, FeeRate conversionFee, FeeRate purchaseFee) {
    // (base + bonus) x (1 - fee) x (1 - conversion fee) <= price - purchase fee, as integers. The
    // purchase fee is what it is in cents: rounded up, it leaves less than its rate does.
    BigInteger owed =
        BigInteger.valueOf(offer.credits().micros())
            .multiply(BigInteger.valueOf(WHOLE - lowestFee.basisPoints()))
            .multiply(BigInteger.valueOf(WHOLE - conversionFee.basisPoints()));
    BigInteger kept =
        BigInteger.valueOf(offer.price().minus(purchaseFee.of(offer.price())).atPar().micros())
            .multiply(BigInteger.valueOf(WHOLE))
            .multiply(BigInteger.valueOf(WHOLE));
    if (owed.compareTo(kept) > 0) {
      throw new InvalidEconomyException(
          ("package %s of $%s with %s bonus credits is a money pump: with a lowest payment fee of"
                  + " %s and a conversion fee of %s, more can be converted than the price less the"
                  + " purchase fee of %s; lower its bonus or raise a fee")
              .formatted(
                  offer.id(), offer.price(), offer.bonus(), lowestFee, conversionFee, purchaseFee));
    }
  }
}
