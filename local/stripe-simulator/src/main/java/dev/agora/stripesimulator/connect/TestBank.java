package dev.agora.stripesimulator.connect;

import java.util.Map;
import java.util.Optional;

/** The account numbers Stripe publishes for tests, and what their bank says to a payout. */
final class TestBank {
  static final String GOOD = "000123456789";
  private static final Map<String, String> FAILURES =
      Map.of(
          "000111111116", "no_account",
          "000111111113", "account_closed",
          "000222222227", "insufficient_funds",
          "000333333335", "debit_not_authorized",
          "000444444440", "invalid_currency");

  private TestBank() {}

  static boolean isKnown(String number) {
    return number.equals(GOOD) || FAILURES.containsKey(number);
  }

  /** Why payouts to this number come back; nothing when they do not. */
  static Optional<String> failure(String number) {
    return Optional.ofNullable(FAILURES.get(number));
  }
}
