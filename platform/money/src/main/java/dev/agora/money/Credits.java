package dev.agora.money;

/**
 * An amount of credits, exact to the micro-credit (10^-6). One credit is worth USD 0.10, fixed.
 *
 * <p>Signed, because entries and changes are; {@link #parseAmount} reads the strictly positive
 * amounts that callers may send. The magnitude never exceeds {@link #MAX}.
 *
 * @param micros micro-credits, from -10^18 to 10^18
 */
public record Credits(long micros) implements Comparable<Credits> {

  /** Micro-credits in one credit. */
  public static final long MICROS_PER_CREDIT = 1_000_000;

  /** Micro-credits in the tenth of a credit that equals one cent. */
  public static final long MICROS_PER_CENT = 100_000;

  /** The largest magnitude: 10^12 credits. */
  public static final Credits MAX = new Credits(1_000_000_000_000_000_000L);

  public static final Credits ZERO = new Credits(0);

  private static final int DECIMALS = 6;

  public Credits {
    if (micros > 1_000_000_000_000_000_000L || micros < -1_000_000_000_000_000_000L) {
      throw new ArithmeticException("more than 10^12 credits: " + micros + " micro-credits");
    }
  }

  public static Credits ofMicros(long micros) {
    return new Credits(micros);
  }

  /** Whole credits. */
  public static Credits of(long credits) {
    return new Credits(Math.multiplyExact(credits, MICROS_PER_CREDIT));
  }

  /**
   * Reads an amount that a caller sent: a plain decimal above zero with at most 6 decimals.
   *
   * @throws InvalidAmountException with a sentence for the caller, if it is anything else
   */
  public static Credits parseAmount(String text) {
    return new Credits(PlainDecimal.parseAmount(text, DECIMALS, MAX.micros, "credits"));
  }

  /** Reads what {@link #toString} wrote, negative amounts and zero included. */
  public static Credits parse(String text) {
    return new Credits(PlainDecimal.parse(text, DECIMALS, MAX.micros, "credits"));
  }

  public Credits plus(Credits other) {
    return new Credits(Math.addExact(micros, other.micros));
  }

  public Credits minus(Credits other) {
    return new Credits(Math.subtractExact(micros, other.micros));
  }

  public Credits negated() {
    return new Credits(-micros);
  }

  public Credits min(Credits other) {
    return micros <= other.micros ? this : other;
  }

  public boolean isZero() {
    return micros == 0;
  }

  public boolean isPositive() {
    return micros > 0;
  }

  public boolean isNegative() {
    return micros < 0;
  }

  /** Whether this is a multiple of 0.1 credit, so that it equals whole cents. */
  public boolean isWholeCents() {
    return micros % MICROS_PER_CENT == 0;
  }

  /**
   * What these credits are worth in dollars, at the fixed rate of USD 0.10 a credit.
   *
   * @throws ArithmeticException unless {@link #isWholeCents}
   */
  public Usd atPar() {
    if (!isWholeCents()) {
      throw new ArithmeticException("not a multiple of 0.1 credit: " + this);
    }
    return new Usd(micros / MICROS_PER_CENT);
  }

  @Override
  public int compareTo(Credits other) {
    return Long.compare(micros, other.micros);
  }

  /** The plain decimal of the wire, without trailing zeros: {@code "20.5"}, {@code "-0.000001"}. */
  @Override
  public String toString() {
    return PlainDecimal.format(micros, DECIMALS, 0);
  }
}
