package dev.agora.payout.destination;

/** The payment provider's accounts for those who are paid. Never called within a transaction. */
public interface ConnectedAccounts {

  /** What came of asking; the provider may not answer. */
  sealed interface Answer<T> {

    record Got<T>(T value) implements Answer<T> {}

    record Unavailable<T>(String reason) implements Answer<T> {}
  }

  /**
   * Creates an account for the person, or finds it created; its id.
   *
   * @param earlier how many the person had before; the same number is the same account
   */
  Answer<String> create(Person person, int earlier);

  /** A fresh address, good once and for minutes, where the owner gives what the provider asks. */
  Answer<String> onboardingUrl(String stripeAccountId);

  /** Whether the account can receive transfers now. */
  Answer<TransferCapability> capability(String stripeAccountId);
}
