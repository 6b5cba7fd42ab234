package dev.agora.ledger.account;

import java.util.Optional;

/** Credits set aside: {@code hld_} and 32 hex digits. */
public record HoldId(String value) implements Comparable<HoldId> {

  private static final String PREFIX = "hld_";

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the text is no such id
   */
  public HoldId {
    PrefixedId.require(PREFIX, value);
  }

  /** The id that a caller wrote, or empty if the text has another form. */
  public static Optional<HoldId> parse(String text) {
    return PrefixedId.matches(PREFIX, text) ? Optional.of(new HoldId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(HoldId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
