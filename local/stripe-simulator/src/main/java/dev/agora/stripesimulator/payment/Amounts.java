package dev.agora.stripesimulator.payment;

import dev.agora.stripesimulator.http.StripeFailure;
import java.util.Locale;

/** What Stripe takes as an amount. */
final class Amounts {
  private static final long SMALLEST = 50;
  private static final long LARGEST = 99_999_999;

  private Amounts() {}

  /** The cents, if a card can be charged for them. */
  static long chargeable(long cents, String param) {
    if (cents < SMALLEST) {
      throw StripeFailure.parameter("amount_too_small", param, "Amount must be at least $0.50 usd");
    }
    if (cents > LARGEST) {
      throw StripeFailure.parameter(
          "amount_too_large", param, "Amount must be no more than $999,999.99");
    }
    return cents;
  }

  /** The currency in lower case, if it is the dollar: the simulated account settles in no other. */
  static String dollars(String currency) {
    String lower = currency.toLowerCase(Locale.ROOT);
    if (!lower.equals("usd")) {
      throw StripeFailure.parameter(
          "parameter_invalid_string",
          "currency",
          "Invalid currency: %s. This simulator settles in usd only.".formatted(lower));
    }
    return lower;
  }
}
