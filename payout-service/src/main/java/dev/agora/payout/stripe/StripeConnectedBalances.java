package dev.agora.payout.stripe;

import com.stripe.model.Balance;
import com.stripe.model.Payout;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.BalanceRetrieveParams;
import com.stripe.param.PayoutListParams;
import dev.agora.money.Usd;
import dev.agora.payout.reconciliation.ConnectedBalances;
import dev.agora.stripe.StripeCall;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The balance of a connected account and the sum of its payouts. */
@Component
class StripeConnectedBalances implements ConnectedBalances {

  private static final String CURRENCY = "usd";

  /** Thirty years of daily payouts; an account with more is not told of. */
  private static final int PAGES_MAX = 110;

  private static final long PAGE = 100L;
  private static final Set<String> BACK_AGAIN = Set.of("failed", "canceled");

  private final StripeCalls stripe;

  StripeConnectedBalances(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public Optional<Position> of(String stripeAccountId) {
    RequestOptions there = RequestOptions.builder().setStripeAccount(stripeAccountId).build();
    BalanceRetrieveParams all = BalanceRetrieveParams.builder().build();
    return get(client -> client.v1().balance().retrieve(all, there))
        .flatMap(
            balance -> paidOut(there).map(out -> new Position(sum(balance), Usd.ofCents(out))));
  }

  private Optional<Long> paidOut(RequestOptions there) {
    long sum = 0;
    String after = null;
    for (int page = 0; page < PAGES_MAX; page++) {
      PayoutListParams wanted = wanted(after);
      Optional<StripeCollection<Payout>> found =
          get(client -> client.v1().payouts().list(wanted, there));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      for (Payout payout : found.get().getData()) {
        after = payout.getId();
        boolean counts =
            CURRENCY.equals(payout.getCurrency()) && !BACK_AGAIN.contains(payout.getStatus());
        sum += counts ? payout.getAmount() : 0;
      }
      if (!Boolean.TRUE.equals(found.get().getHasMore()) || found.get().getData().isEmpty()) {
        return Optional.of(sum);
      }
    }
    return Optional.empty();
  }

  private static PayoutListParams wanted(@Nullable String after) {
    PayoutListParams.Builder wanted = PayoutListParams.builder().setLimit(PAGE);
    if (after != null) {
      wanted.setStartingAfter(after);
    }
    return wanted.build();
  }

  private static Usd sum(Balance balance) {
    long available =
        balance.getAvailable().stream()
            .filter(part -> CURRENCY.equals(part.getCurrency()))
            .mapToLong(Balance.Available::getAmount)
            .sum();
    long pending =
        balance.getPending().stream()
            .filter(part -> CURRENCY.equals(part.getCurrency()))
            .mapToLong(Balance.Pending::getAmount)
            .sum();
    return Usd.ofCents(available + pending);
  }

  private <T> Optional<T> get(StripeCall<T> call) {
    StripeOutcome<T> outcome;
    try {
      outcome = stripe.call(call);
    } catch (StripeUnavailableException notNow) {
      return Optional.empty();
    }
    return switch (outcome) {
      case Done<T>(T value) -> Optional.of(value);
      case Refused<T> _ -> Optional.empty();
      case Unknown<T> _ -> Optional.empty();
    };
  }
}
