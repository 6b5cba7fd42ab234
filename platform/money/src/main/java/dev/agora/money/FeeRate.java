package dev.agora.money;

/**
 * A share taken of an amount, in basis points (1/100 of a percent).
 *
 * <p>A fee is rounded up to the unit's smallest part, so that what is owed never exceeds what is
 * held (docs: the economy, prices and fees).
 *
 * @param basisPoints from 0 to 10,000
 */
public record FeeRate(int basisPoints) implements Comparable<FeeRate> {

  private static final int WHOLE = 10_000;

  public FeeRate {
    if (basisPoints < 0 || basisPoints > WHOLE) {
      throw new IllegalArgumentException("not between 0 and 10000 basis points: " + basisPoints);
    }
  }

  public static FeeRate ofBasisPoints(int basisPoints) {
    return new FeeRate(basisPoints);
  }

  /** The fee out of a non-negative amount, rounded up to the micro-credit. */
  public Credits of(Credits amount) {
    return Credits.ofMicros(roundedUp(amount.micros()));
  }

  /** The fee out of a non-negative amount, rounded up to the cent. */
  public Usd of(Usd amount) {
    return Usd.ofCents(roundedUp(amount.cents()));
  }

  private long roundedUp(long units) {
    if (units < 0) {
      throw new IllegalArgumentException("a fee is taken out of an amount of zero or more");
    }
    // Whole part and rest apart, so that 10^18 micro-credits times 10,000 can not overflow.
    long rest = (units % WHOLE) * basisPoints;
    return Math.addExact((units / WHOLE) * basisPoints, Math.ceilDiv(rest, WHOLE));
  }

  @Override
  public int compareTo(FeeRate other) {
    return Integer.compare(basisPoints, other.basisPoints);
  }

  /** Percent, as a person reads it: {@code "3%"}, {@code "2.5%"}. */
  @Override
  public String toString() {
    return PlainDecimal.format(basisPoints, 2, 0) + "%";
  }
}
