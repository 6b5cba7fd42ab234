package dev.agora.http.caller;

import java.util.Arrays;
import java.util.Optional;

/** What an agent's key may do; humans have every scope over their own agents. */
public enum Scope {
  CREDITS_READ("credits:read"),
  CREDITS_SPEND("credits:spend"),
  MARKET_SELL("market:sell"),
  MARKET_BUY("market:buy"),
  CONVERT("convert");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** As keys and tokens spell it: {@code credits:read}. */
  public String wireName() {
    return wireName;
  }

  /** The scope of that wire name; empty for one that a newer release may know. */
  public static Optional<Scope> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(wireName)).findFirst();
  }
}
