package dev.agora.payout.conversion;

import org.jspecify.annotations.Nullable;

/**
 * Why a conversion was refused.
 *
 * @param code such as {@code not_convertible}
 * @param message for the caller
 * @param convertible credits that could be converted then, as a decimal, where the ledger said so
 */
public record Rejection(String code, String message, @Nullable String convertible) {

  /** The owner said no. */
  public static final String APPROVAL_DENIED = "approval_denied";

  /** The owner said nothing in time. */
  public static final String APPROVAL_LAPSED = "approval_lapsed";

  /** The platform said no. */
  public static final String REVIEW_REFUSED = "review_refused";

  /** A refusal in the words of its code. */
  public static Rejection of(String code) {
    return RejectionWords.of(code, null);
  }

  /** A refusal of an operator, in their words. */
  public static Rejection inReview(String reason) {
    return new Rejection(REVIEW_REFUSED, "The platform looked at it and said no: " + reason, null);
  }

  /** Whether the owner called it off, by saying no or nothing. */
  boolean isByOwner() {
    return code.equals(APPROVAL_DENIED) || code.equals(APPROVAL_LAPSED);
  }
}
