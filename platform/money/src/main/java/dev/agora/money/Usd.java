package dev.agora.money;

/**
 * An amount of US dollars in whole cents, signed.
 *
 * @param cents from -10^13 to 10^13, the worth of the largest amount of credits
 */
public record Usd(long cents) implements Comparable<Usd> {

  /** The largest magnitude: 10^11 dollars, the worth of {@link Credits#MAX}. */
  public static final Usd MAX = new Usd(10_000_000_000_000L);

  public static final Usd ZERO = new Usd(0);

  private static final int DECIMALS = 2;

  public Usd {
    if (cents > 10_000_000_000_000L || cents < -10_000_000_000_000L) {
      throw new ArithmeticException("more than 10^11 dollars: " + cents + " cents");
    }
  }

  public static Usd ofCents(long cents) {
    return new Usd(cents);
  }

  /**
   * Reads an amount that a caller sent: a plain decimal above zero with at most 2 decimals.
   *
   * @throws InvalidAmountException with a sentence for the caller, if it is anything else
   */
  public static Usd parseAmount(String text) {
    return new Usd(PlainDecimal.parseAmount(text, DECIMALS, MAX.cents, "US dollars"));
  }

  /** Reads what {@link #toString} wrote, negative amounts and zero included. */
  public static Usd parse(String text) {
    return new Usd(PlainDecimal.parse(text, DECIMALS, MAX.cents, "US dollars"));
  }

  public Usd plus(Usd other) {
    return new Usd(Math.addExact(cents, other.cents));
  }

  public Usd minus(Usd other) {
    return new Usd(Math.subtractExact(cents, other.cents));
  }

  public Usd negated() {
    return new Usd(-cents);
  }

  public boolean isZero() {
    return cents == 0;
  }

  public boolean isPositive() {
    return cents > 0;
  }

  public boolean isNegative() {
    return cents < 0;
  }

  /** The credits that these dollars buy or redeem, at the fixed rate of 10 credits a dollar. */
  public Credits atPar() {
    return new Credits(Math.multiplyExact(cents, Credits.MICROS_PER_CENT));
  }

  @Override
  public int compareTo(Usd other) {
    return Long.compare(cents, other.cents);
  }

  /** The plain decimal of the wire, always with two decimals: {@code "1.80"}. */
  @Override
  public String toString() {
    return PlainDecimal.format(cents, DECIMALS, DECIMALS);
  }
}
