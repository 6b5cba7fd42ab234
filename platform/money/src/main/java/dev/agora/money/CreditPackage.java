package dev.agora.money;

/**
 * Credits sold together at a price: a base worth the price at 10 credits a dollar, and a bonus.
 *
 * @param id as callers name it, such as {@code pkg_10}
 * @param price above zero
 * @param bonus promotional credits on top of the base, zero or more, in multiples of 0.1 credit
 */
public record CreditPackage(String id, Usd price, Credits bonus) {

  public CreditPackage {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a package needs an id");
    }
    if (!price.isPositive()) {
      throw new IllegalArgumentException("package " + id + " needs a price above zero");
    }
    if (bonus.isNegative() || !bonus.isWholeCents()) {
      throw new IllegalArgumentException(
          "package " + id + " needs a bonus of zero or more, in multiples of 0.1 credit");
    }
  }

  /** A sum of the buyer's choosing: no bonus. */
  public static CreditPackage custom(Usd price) {
    return new CreditPackage("custom", price, Credits.ZERO);
  }

  /** The credits that the price buys; they arrive as purchased. */
  public Credits base() {
    return price.atPar();
  }

  /** Base and bonus. */
  public Credits credits() {
    return base().plus(bonus);
  }
}
