package dev.agora.payout.destination;

import org.jspecify.annotations.Nullable;

/** What came of asking for a payout account, or for another one. */
sealed interface DestinationResult {

  /**
   * There is an account.
   *
   * @param onboardingUrl null if nothing is left to give
   */
  record SetUp(PayoutAccount account, @Nullable String onboardingUrl)
      implements DestinationResult {}

  /** Accounts-service has not told of this person. */
  record PersonUnknown() implements DestinationResult {}

  /** There is none that could be replaced. */
  record NoAccount() implements DestinationResult {}

  record ProviderUnavailable() implements DestinationResult {}
}
