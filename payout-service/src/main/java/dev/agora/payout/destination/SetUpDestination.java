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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Gives a person an account to be paid on, and the address where they complete it. */
@Service
class SetUpDestination {

  private static final Logger log = LoggerFactory.getLogger(SetUpDestination.class);

  /** What came of it. */
  sealed interface Result {

    /**
     * There is an account.
     *
     * @param onboardingUrl null if nothing is left to give
     */
    record SetUp(PayoutAccount account, @Nullable String onboardingUrl) implements Result {}

    /** Accounts-service has not told of this person. */
    record PersonUnknown() implements Result {}

    record ProviderUnavailable() implements Result {}
  }

  private final PayoutAccounts accounts;
  private final People people;
  private final ConnectedAccounts connected;
  private final Destinations destinations;
  private final AuditLog audit;
  private final TransactionOperations transaction;

  SetUpDestination(
      PayoutAccounts accounts,
      People people,
      ConnectedAccounts connected,
      Destinations destinations,
      AuditLog audit,
      TransactionOperations transaction) {
    this.audit = audit;
    this.transaction = transaction;
    this.accounts = accounts;
    this.people = people;
    this.connected = connected;
    this.destinations = destinations;
  }

  Result setUp(String humanId) {
    Optional<PayoutAccount> existing = accounts.ofHuman(humanId);
    if (existing.isPresent()) {
      return link(destinations.refresh(existing.get()).orElse(existing.get()));
    }
    Optional<Person> person = FreshIds.await(() -> people.find(humanId));
    if (person.isEmpty()) {
      return new Result.PersonUnknown();
    }
    Answer<String> created = connected.create(person.get());
    return switch (created) {
      case Got<String>(String stripeAccountId) -> link(keep(humanId, stripeAccountId));
      case Unavailable<String>(String reason) -> unavailable(humanId, reason);
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

  private Result link(PayoutAccount account) {
    if (account.isReady()) {
      return new Result.SetUp(account, null);
    }
    Answer<String> url = connected.onboardingUrl(account.stripeAccountId());
    return switch (url) {
      case Got<String>(String onboardingUrl) -> new Result.SetUp(account, onboardingUrl);
      case Unavailable<String>(String reason) -> unavailable(account.humanId(), reason);
    };
  }

  private static Result unavailable(String humanId, String reason) {
    log.warn("no payout account for {} now: {}", humanId, reason);
    return new Result.ProviderUnavailable();
  }
}
