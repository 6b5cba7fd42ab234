package dev.agora.payout.destination;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.http.page.FreshIds;
import dev.agora.payout.destination.ConnectedAccounts.Answer;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Got;
import dev.agora.payout.destination.ConnectedAccounts.Answer.Unavailable;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Gives a person an account to be paid on, and the address where they complete it. */
@Service
class SetUpDestination {

  private final PayoutAccounts accounts;
  private final People people;
  private final ConnectedAccounts connected;
  private final Destinations destinations;
  private final OnboardingLinks links;
  private final AuditLog audit;
  private final TransactionOperations transaction;

  SetUpDestination(
      PayoutAccounts accounts,
      People people,
      ConnectedAccounts connected,
      Destinations destinations,
      OnboardingLinks links,
      AuditLog audit,
      TransactionOperations transaction) {
    this.links = links;
    this.audit = audit;
    this.transaction = transaction;
    this.accounts = accounts;
    this.people = people;
    this.connected = connected;
    this.destinations = destinations;
  }

  DestinationResult setUp(String humanId) {
    Optional<PayoutAccount> existing = accounts.ofHuman(humanId);
    if (existing.isPresent()) {
      return links.to(destinations.refresh(existing.get()).orElse(existing.get()));
    }
    Optional<Person> person = FreshIds.await(() -> people.find(humanId));
    if (person.isEmpty()) {
      return new DestinationResult.PersonUnknown();
    }
    Answer<String> created = connected.create(person.get(), 0);
    return switch (created) {
      case Got<String>(String stripeAccountId) -> links.to(keep(humanId, stripeAccountId));
      case Unavailable<String>(String reason) -> links.unavailable(humanId, reason);
    };
  }

  /** Tells of it unless somebody else was first. */
  private PayoutAccount keep(String humanId, String stripeAccountId) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              PayoutAccount kept = accounts.keepFirst(humanId, stripeAccountId);
              if (kept.stripeAccountId().equals(stripeAccountId)) {
                audit.record(Deed.of(Act.PAYOUT_DESTINATION_SET, humanId, stripeAccountId));
              }
              return kept;
            }));
  }
}
