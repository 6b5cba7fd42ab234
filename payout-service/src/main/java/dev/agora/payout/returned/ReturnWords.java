package dev.agora.payout.returned;

import org.jspecify.annotations.Nullable;

/** What became of dollars that came back, in words that their owner understands. */
final class ReturnWords {

  private ReturnWords() {}

  static String message(ReturnedTransfer returned) {
    Verdict verdict = returned.verdict();
    if (verdict == null || !returned.status().isDecided()) {
      return "$" + returned.amount() + " went from your Stripe account back to Agora.";
    }
    Verdict.Credited credited = verdict.credited();
    if (credited == null) {
      return "Agora keeps the $" + returned.amount() + ": " + verdict.reason();
    }
    String credits = credited.terms().credits() + " credits";
    if (returned.status() != ReturnStatus.SETTLED) {
      return "It is decided, and on its way: " + credits + " for " + credited.agentId() + ".";
    }
    return returned.paidAs() == null
        ? credited.agentId() + " has " + credits + " back: " + verdict.reason()
        : "The $" + returned.amount() + " are paid again, as " + returned.paidAs() + ".";
  }

  /** What the owner does now; null if nothing. */
  static @Nullable String nextStep(ReturnedTransfer returned) {
    if (!returned.status().isDecided()) {
      return "Nothing: two of Agora's operators decide what becomes of it, and you read it here.";
    }
    if (returned.paidAs() != null) {
      return "Follow conversion " + returned.paidAs() + ".";
    }
    return null;
  }
}
