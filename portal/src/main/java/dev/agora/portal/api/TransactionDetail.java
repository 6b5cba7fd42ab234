package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One transaction with its double entry. */
public record TransactionDetail(
    String id,
    String kind,
    Credits amount,
    @Nullable String from,
    @Nullable String to,
    @Nullable String fee,
    @Nullable Integer feeBps,
    @Nullable String hold,
    @Nullable String memo,
    @Nullable String reference,
    Instant at,
    List<Leg> legs) {

  private static final String ORDER = "ord_[0-9a-f]{32}";

  /**
   * What it did to one account.
   *
   * @param amount in credits or dollars; all of one asset sum to zero
   * @param balanceAfter of one's own accounts only
   */
  public record Leg(String account, String asset, String amount, @Nullable String balanceAfter) {

    public boolean isUsd() {
      return asset.equals("USD");
    }
  }

  /** The order that it may belong to, by its reference; null if that names none. */
  public @Nullable String order() {
    return reference != null && reference.matches(ORDER) ? reference : null;
  }
}
