package dev.agora.payout.conversion;

import org.jspecify.annotations.Nullable;

/** Refusal codes in words that a person understands. */
final class RejectionWords {

  private RejectionWords() {}

  static Rejection of(String code, @Nullable String convertible) {
    String message =
        switch (code) {
          case "not_convertible", "insufficient_credits" ->
              "Only earned credits that have seasoned convert, and there are not that many.";
          case "agent_frozen" -> "The agent is frozen.";
          case "agent_closed", "agent_unknown" -> "The agent does not hold credits any more.";
          case "payout_account_not_ready" ->
              "The owner's payout account can not receive money; complete its onboarding.";
          case "transfer_refused" ->
              "The payment provider refused to send the money; the credits are back.";
          case "transfer_not_sent" ->
              "The payment provider never sent the money, as two people made sure; the credits are"
                  + " back.";
          case Rejection.APPROVAL_DENIED -> "The owner said no; the credits are back.";
          case Rejection.APPROVAL_LAPSED ->
              "The owner did not say yes in time; the credits are back.";
          default -> "The conversion was refused; the credits are back.";
        };
    return new Rejection(code, message, convertible);
  }
}
