package dev.agora.payout.stripe;

import com.stripe.model.v2.core.Account;
import com.stripe.model.v2.core.AccountLink;
import com.stripe.net.RequestOptions;
import com.stripe.param.v2.core.AccountRetrieveParams;
import dev.agora.payout.destination.ConnectedAccounts;
import dev.agora.payout.destination.Person;
import dev.agora.payout.destination.TransferCapability;
import dev.agora.stripe.StripeCall;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Accounts of the v2 API, with the recipient configuration. */
@Component
class StripeConnectedAccounts implements ConnectedAccounts {

  private static final AccountRetrieveParams WITH_RECIPIENT =
      AccountRetrieveParams.builder()
          .addInclude(AccountRetrieveParams.Include.CONFIGURATION__RECIPIENT)
          .build();

  private final StripeCalls stripe;
  private final ReturnPages pages;
  private final Supplier<UUID> ids;

  StripeConnectedAccounts(StripeCalls stripe, ReturnPages pages, Supplier<UUID> ids) {
    this.stripe = stripe;
    this.pages = pages;
    this.ids = ids;
  }

  @Override
  public Answer<String> create(Person person, int earlier) {
    // What is known of a person changes the request, so its version is part of the key.
    String first = "account:" + person.humanId() + ":" + person.version();
    RequestOptions once = key(earlier == 0 ? first : first + ":" + earlier);
    return ask(
        client -> client.v2().core().accounts().create(AccountRequests.create(person), once),
        Account::getId);
  }

  @Override
  public Answer<String> onboardingUrl(String stripeAccountId) {
    // Each link is good once, so each request for one is another one.
    RequestOptions once = key("link:" + ids.get());
    return ask(
        client ->
            client
                .v2()
                .core()
                .accountLinks()
                .create(AccountRequests.onboarding(stripeAccountId, pages), once),
        AccountLink::getUrl);
  }

  @Override
  public Answer<TransferCapability> capability(String stripeAccountId) {
    return ask(
        client -> client.v2().core().accounts().retrieve(stripeAccountId, WITH_RECIPIENT),
        CapabilityReader::read);
  }

  private <T, R> Answer<R> ask(StripeCall<T> call, Function<T, R> read) {
    try {
      StripeOutcome<T> outcome = stripe.call(call);
      return switch (outcome) {
        case Done<T>(T value) -> new Answer.Got<>(read.apply(value));
        case Refused<T>(String code, String message) ->
            new Answer.Unavailable<>(code + ", " + message);
        case Unknown<T>(var doubt, String detail) ->
            new Answer.Unavailable<>(doubt + ", " + detail);
      };
    } catch (StripeUnavailableException notNow) {
      return new Answer.Unavailable<>(String.valueOf(notNow.getMessage()));
    }
  }

  private static RequestOptions key(String idempotencyKey) {
    return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
  }
}
