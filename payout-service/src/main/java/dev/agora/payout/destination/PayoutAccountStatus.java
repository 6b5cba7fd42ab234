package dev.agora.payout.destination;

import org.jspecify.annotations.Nullable;

/** Whether an owner can be paid. */
public enum PayoutAccountStatus {
  /** There is no account yet. */
  NONE,
  /** The owner has not given Stripe all it asks for. */
  ONBOARDING,
  /** Stripe stopped payments to it, or will not allow them. */
  RESTRICTED,
  /** It can be paid. */
  ACTIVE,
  /** It was closed at Stripe, for ever. */
  CLOSED;

  /** What its owner does next, in words; null if there is nothing to do. */
  @Nullable String nextStep() {
    return switch (this) {
      case NONE -> "Open a payout account: POST /api/v1/payouts/account.";
      case ONBOARDING -> "Complete it at Stripe: POST /api/v1/payouts/account gives the address.";
      case RESTRICTED ->
          "Stripe asks for something, or has stopped payments: POST /api/v1/payouts/account gives"
              + " the address where it says what. Dollars that are there already wait.";
      case CLOSED ->
          "It is closed at Stripe. Open another one: POST /api/v1/payouts/account/replacement.";
      case ACTIVE -> null;
    };
  }

  /**
   * What a capability means for an account.
   *
   * @param wasActive whether it could be paid before: the same capability is onboarding at first
   *     and a restriction later
   */
  static PayoutAccountStatus of(TransferCapability capability, boolean wasActive) {
    return switch (capability) {
      case ACTIVE -> ACTIVE;
      case CLOSED -> CLOSED;
      case UNSUPPORTED -> RESTRICTED;
      case PENDING, RESTRICTED, OTHER -> wasActive ? RESTRICTED : ONBOARDING;
    };
  }
}
