package dev.agora.billing.stripe;

import com.stripe.model.StripeCollection;
import com.stripe.model.radar.EarlyFraudWarning;
import com.stripe.param.radar.EarlyFraudWarningListParams;
import dev.agora.billing.warning.BankWarnings;
import dev.agora.billing.warning.FraudWarning;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Early fraud warnings as Stripe knows them. */
@Component
class StripeWarnings implements BankWarnings {

  private final StripeCalls stripe;

  StripeWarnings(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public Optional<FraudWarning> find(String stripeId) {
    var outcome =
        stripe.call(client -> client.v1().radar().earlyFraudWarnings().retrieve(stripeId));
    return switch (outcome) {
      case Done<EarlyFraudWarning>(EarlyFraudWarning warning) -> Optional.of(read(warning));
      case Refused<EarlyFraudWarning> _ -> Optional.empty();
      case Unknown<EarlyFraudWarning> unknown ->
          throw new StripeUnavailableException(unknown.toString());
    };
  }

  @Override
  public List<FraudWarning> since(@Nullable Instant from) {
    List<FraudWarning> found = new ArrayList<>();
    StripePages.read(
        stripe,
        after -> client -> client.v1().radar().earlyFraudWarnings().list(wanted(from, after)),
        (StripeCollection<EarlyFraudWarning> page) ->
            page.getData().forEach(warning -> found.add(read(warning))));
    return found;
  }

  private static EarlyFraudWarningListParams wanted(
      @Nullable Instant from, @Nullable String after) {
    EarlyFraudWarningListParams.Builder wanted =
        EarlyFraudWarningListParams.builder().setLimit(StripePages.LARGEST);
    if (from != null) {
      wanted.setCreated(
          EarlyFraudWarningListParams.Created.builder().setGte(from.getEpochSecond()).build());
    }
    if (after != null) {
      wanted.setStartingAfter(after);
    }
    return wanted.build();
  }

  private static FraudWarning read(EarlyFraudWarning warning) {
    return new FraudWarning(
        warning.getId(),
        warning.getPaymentIntent(),
        String.valueOf(warning.getFraudType()),
        Instant.ofEpochSecond(warning.getCreated()));
  }
}
