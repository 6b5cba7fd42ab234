package dev.agora.payout.destination;

/** Whether an owner can be paid. */
public enum PayoutAccountStatus {
  /** There is no account yet. */
  NONE,
  /** The owner has not given Stripe all it asks for. */
  ONBOARDING,
  /** Stripe stopped payments to it, or will not allow them. */
  RESTRICTED,
  /** It can be paid. */
  ACTIVE;

  /**
   * What a capability means for an account.
   *
   * @param wasActive whether it could be paid before: the same capability is onboarding at first
   *     and a restriction later
   */
  static PayoutAccountStatus of(TransferCapability capability, boolean wasActive) {
    return switch (capability) {
      case ACTIVE -> ACTIVE;
      case UNSUPPORTED -> RESTRICTED;
      case PENDING, RESTRICTED, OTHER -> wasActive ? RESTRICTED : ONBOARDING;
    };
  }
}
