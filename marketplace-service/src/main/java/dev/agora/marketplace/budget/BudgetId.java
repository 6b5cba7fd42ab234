package dev.agora.marketplace.budget;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a budget.
 *
 * @param value {@code bdg_} and 32 hex digits; later ones sort after earlier ones
 */
public record BudgetId(String value) {

  private static final Pattern FORM = Pattern.compile("bdg_[0-9a-f]{32}");

  public BudgetId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no budget id: " + value);
    }
  }

  /** The id that a caller sent; empty if it can not be one. */
  public static Optional<BudgetId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new BudgetId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
