package dev.agora.payout.destination;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.payout.destination.ConnectedAccounts.Answer;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Got;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets a person's dollars go to another account from now on, after a rest in which whoever did not
 * want that can notice. What was asked for before still goes where it was to go.
 */
@Service
class ReplaceDestination {

  private final PayoutAccounts accounts;
  private final People people;
  private final ConnectedAccounts connected;
  private final OnboardingLinks links;
  private final DestinationEvents events;
  private final DestinationProperties properties;
  private final AuditLog audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  ReplaceDestination(
      PayoutAccounts accounts,
      People people,
      ConnectedAccounts connected,
      OnboardingLinks links,
      DestinationEvents events,
      DestinationProperties properties,
      AuditLog audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.accounts = accounts;
    this.people = people;
    this.connected = connected;
    this.links = links;
    this.events = events;
    this.properties = properties;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Opens another account; one that was never completed is gone on with instead. */
  DestinationResult replace(String humanId) {
    Optional<PayoutAccount> old = accounts.ofHuman(humanId);
    Optional<Person> person = people.find(humanId);
    if (old.isEmpty() || person.isEmpty()) {
      return new DestinationResult.NoAccount();
    }
    if (!old.get().wasActive()) {
      return links.to(old.get());
    }
    Answer<String> created = connected.create(person.get(), accounts.earlier(humanId) + 1);
    return switch (created) {
      case Got<String>(String stripeAccountId) -> {
        transaction.executeWithoutResult(status -> put(old.get(), stripeAccountId));
        yield links.to(accounts.ofHuman(humanId).orElseThrow());
      }
      case Unavailable<String>(String reason) -> links.unavailable(humanId, reason);
    };
  }

  /** Tells of it unless somebody else was first. */
  private void put(PayoutAccount old, String stripeAccountId) {
    Instant restsUntil = clock.instant().plus(properties.rest());
    if (accounts.replace(old, stripeAccountId, restsUntil)) {
      audit.record(
          Deed.of(Act.PAYOUT_DESTINATION_SET, old.humanId(), stripeAccountId)
              .changing(
                  Map.of("account", old.stripeAccountId()), Map.of("account", stripeAccountId)));
      events.changed(old.humanId(), DestinationEvents.Reason.REPLACED, restsUntil);
    }
  }
}
