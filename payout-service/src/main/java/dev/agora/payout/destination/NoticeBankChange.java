package dev.agora.payout.destination;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a destination rest whose bank account was changed on Stripe's own pages, where we ask for no
 * password. The first bank account of an account that was never paid is no change.
 */
@Service
@Transactional
public class NoticeBankChange {

  private final PayoutAccounts accounts;
  private final DestinationEvents events;
  private final DestinationProperties properties;
  private final InstantSource clock;

  NoticeBankChange(
      PayoutAccounts accounts,
      DestinationEvents events,
      DestinationProperties properties,
      InstantSource clock) {
    this.accounts = accounts;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  /** Stripe told of another bank account; an account that is not ours is ignored. */
  public void changed(String stripeAccountId) {
    Optional<PayoutAccount> known =
        accounts
            .ofStripe(stripeAccountId)
            .filter(PayoutAccount::wasActive)
            .flatMap(account -> accounts.ofHuman(account.humanId()))
            .filter(current -> current.stripeAccountId().equals(stripeAccountId));
    if (known.isPresent()) {
      Instant restsUntil = clock.instant().plus(properties.rest());
      accounts.rest(stripeAccountId, restsUntil);
      events.changed(
          known.get().humanId(), DestinationEvents.Reason.BANK_ACCOUNT_CHANGED, restsUntil);
    }
  }
}
