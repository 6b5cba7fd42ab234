package dev.agora.payout.conversion;

import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** What became of the dollars after they were sent, in words that their owner understands. */
final class BankWords {

  private BankWords() {}

  /** What happened; null where there is nothing to say. */
  static @Nullable String message(BankLeg leg, Usd reversed) {
    if (reversed.isPositive()) {
      return "$" + reversed + " of it went from your Stripe account back to Agora.";
    }
    return switch (leg.status()) {
      case NONE -> null;
      case PENDING -> "The dollars are on your Stripe account and wait for its next payout.";
      case IN_TRANSIT -> "The dollars are on their way to your bank.";
      case PAID -> "Your bank has the dollars.";
      case FAILED -> failure(leg.failure()) + " The dollars are back on your Stripe account.";
    };
  }

  /** What the owner does now; null if nothing. */
  static @Nullable String nextStep(BankLeg leg, Usd reversed) {
    if (reversed.isPositive()) {
      return "Two of Agora's operators decide what becomes of it; you read it among the"
          + " returned payouts.";
    }
    return switch (leg.status()) {
      case NONE, IN_TRANSIT, PAID -> null;
      case PENDING -> "Nothing, unless your payout account asks for something.";
      case FAILED ->
          "Correct the bank account at Stripe, where your payout account leads you."
              + " Stripe then pays again; Agora sends nothing twice.";
    };
  }

  /** Stripe's failure codes of payouts. */
  private static String failure(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "account_closed" -> "Your bank says that the account is closed.";
      case "account_frozen" -> "Your bank says that the account is frozen.";
      case "no_account", "incorrect_account_number" -> "Your bank knows no such account.";
      case "bank_account_restricted", "debit_not_authorized" ->
          "Your bank does not take such payments to this account.";
      case "invalid_currency" -> "Your bank account does not take US dollars.";
      case "insufficient_funds" -> "Stripe could not make the payout yet.";
      default -> "Your bank did not take the dollars.";
    };
  }
}
