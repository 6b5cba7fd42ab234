package dev.agora.payout.destination;

import dev.agora.payout.destination.ConnectedAccounts.Answer;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Got;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Unavailable;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds where an owner's dollars go, as known or freshly asked of Stripe. */
@Service
public class Destinations {

  private final PayoutAccounts accounts;
  private final ConnectedAccounts connected;

  Destinations(PayoutAccounts accounts, ConnectedAccounts connected) {
    this.accounts = accounts;
    this.connected = connected;
  }

  /** As last known; fit to be called within a transaction. */
  public Optional<PayoutAccount> known(String humanId) {
    return accounts.ofHuman(humanId);
  }

  /** As Stripe says now; empty if it does not answer, or there is no such account of ours. */
  public Optional<PayoutAccount> refresh(String stripeAccountId) {
    return accounts.ofStripe(stripeAccountId).flatMap(this::refresh);
  }

  /**
   * Brings an account of ours up to date after an event told of it; others' are ignored.
   *
   * @throws IllegalStateException if Stripe does not answer, so that the event comes again
   */
  public void followEvent(String stripeAccountId) {
    Optional<PayoutAccount> known = accounts.ofStripe(stripeAccountId);
    if (known.isPresent() && refresh(known.get()).isEmpty()) {
      throw new IllegalStateException("Stripe does not tell of " + stripeAccountId);
    }
  }

  Optional<PayoutAccount> refresh(PayoutAccount account) {
    Answer<TransferCapability> answer = connected.capability(account.stripeAccountId());
    return switch (answer) {
      case Got<TransferCapability>(TransferCapability capability) -> {
        PayoutAccount now = account.with(capability);
        accounts.save(now);
        yield Optional.of(now);
      }
      case Unavailable<TransferCapability> _ -> Optional.empty();
    };
  }
}
