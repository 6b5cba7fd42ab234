package dev.agora.billing.refund;

/** Why a refund did not happen, in words that the buyer may see. */
final class RejectionWords {

  static final String NOTHING = "All of the purchase's credits have been used.";

  static final String FAILED_LATER =
      "The card's bank sent the money back; we pay it in another way and get in touch.";

  private RejectionWords() {}

  static String of(String code) {
    return switch (code) {
      case "nothing_to_refund" -> NOTHING;
      case "agent_closed" -> "The agent is closed, so none of its credits are left.";
      case "refund_failed" -> "The card's bank did not take the money; the credits are back.";
      case "charge_disputed" -> "The payment is disputed at the card's bank.";
      default -> "The payment could not be given back; the credits are back.";
    };
  }
}
