package dev.agora.ledger.posting;

import dev.agora.ledger.account.Bucket;
import java.time.Instant;

/**
 * Credits of one bucket with one origin. Payments within one owner and holds carry lots along, so
 * that a refund finds what is left of a purchase and a conversion only what has rested.
 *
 * <p>Lots sort in the order in which they are spent: by bucket, bought ones from the oldest, earned
 * ones from the one that seasons last.
 *
 * @param bucket of the credits
 * @param number of promotional and purchased credits the purchase's transaction number; of earned
 *     ones the epoch second at which they season, or 0 once they have
 */
public record Lot(Bucket bucket, long number) implements Comparable<Lot> {

  /** Earned credits that have rested. */
  public static final Lot SEASONED = new Lot(Bucket.EARNED, 0);

  /** Whether these are credits that convert to dollars at that instant. */
  public boolean isConvertibleAt(Instant at) {
    return bucket == Bucket.EARNED && number <= at.getEpochSecond();
  }

  @Override
  public int compareTo(Lot other) {
    int byBucket = bucket.compareTo(other.bucket);
    if (byBucket != 0) {
      return byBucket;
    }
    return bucket == Bucket.EARNED
        ? Long.compare(other.number, number)
        : Long.compare(number, other.number);
  }
}
