package dev.agora.ledger.posting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The public id of a transaction: {@code txn_} and a UUIDv7 that is made of the transaction's time
 * and number. It is therefore never stored, and finds its row by the primary key.
 */
public record TransactionId(String value) {

  private static final String PREFIX = "txn_";
  private static final long NUMBER_MAX = (1L << 62) - 1;

  /** The id of the transaction with that time and number. */
  public static TransactionId of(Instant at, long number) {
    if (number < 0 || number > NUMBER_MAX) {
      throw new IllegalArgumentException("not a transaction number: " + number);
    }
    long microsOfMilli = Math.floorMod(ChronoUnit.MICROS.between(Instant.EPOCH, at), 1_000L);
    long high = (at.toEpochMilli() << 16) | 0x7000L | microsOfMilli;
    long low = 0x8000_0000_0000_0000L | number;
    return new TransactionId(PREFIX + new UUID(high, low).toString().replace("-", ""));
  }

  /** The number within, or empty if the text is no such id. */
  public static OptionalLong numberIn(String text) {
    if (!text.matches("txn_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}")) {
      return OptionalLong.empty();
    }
    String low = text.substring(text.length() - 16);
    return OptionalLong.of(Long.parseUnsignedLong(low, 16) & NUMBER_MAX);
  }

  @Override
  public String toString() {
    return value;
  }
}
