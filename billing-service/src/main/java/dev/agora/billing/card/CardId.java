package dev.agora.billing.card;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a saved card.
 *
 * @param value {@code pmt_} and 32 hex digits; sorts by age
 */
public record CardId(String value) {

  private static final Pattern FORM = Pattern.compile("pmt_[0-9a-f]{32}");

  public CardId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a card id: " + value);
    }
  }

  static CardId of(UUID id) {
    return new CardId("pmt_" + id.toString().replace("-", ""));
  }

  /** The id that a caller wrote; empty for anything else. */
  public static Optional<CardId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new CardId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
