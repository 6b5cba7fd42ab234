package dev.agora.payout.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Payout;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.BalanceTransactionListParams;
import dev.agora.payout.conversion.BankLeg;
import dev.agora.payout.conversion.BankStatus;
import dev.agora.payout.transfer.BankPayouts;
import dev.agora.stripe.StripeCall;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
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

/** Payouts of connected accounts, on Stripe's own schedule. */
@Component
class StripeBankPayouts implements BankPayouts {

  /** Far more than an owner's payout ever carries. */
  private static final int SOURCES_MAX = 1_000;

  private static final long PAGE = 100L;

  private final StripeCalls stripe;

  StripeBankPayouts(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public Optional<Observed> observe(String accountId, String payoutId) {
    RequestOptions there = RequestOptions.builder().setStripeAccount(accountId).build();
    Optional<Payout> payout = get(client -> client.v1().payouts().retrieve(payoutId, there));
    return payout.map(found -> new Observed(toLeg(found), sources(payoutId, there)));
  }

  private List<String> sources(String payoutId, RequestOptions there) {
    List<String> sources = new ArrayList<>();
    String after = null;
    boolean more = true;
    while (more && sources.size() < SOURCES_MAX) {
      StripeCollection<BalanceTransaction> page = page(payoutId, after, there);
      for (BalanceTransaction carried : page.getData()) {
        after = carried.getId();
        if (carried.getSource() != null) {
          sources.add(carried.getSource());
        }
      }
      more = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
    }
    return sources;
  }

  private StripeCollection<BalanceTransaction> page(
      String payoutId, @Nullable String after, RequestOptions there) {
    BalanceTransactionListParams.Builder carried =
        BalanceTransactionListParams.builder().setPayout(payoutId).setLimit(PAGE);
    if (after != null) {
      carried.setStartingAfter(after);
    }
    return get(client -> client.v1().balanceTransactions().list(carried.build(), there))
        .orElseThrow(() -> new StripeUnavailableException("no list of what a payout carries"));
  }

  private <T> Optional<T> get(StripeCall<T> call) {
    StripeOutcome<T> outcome = stripe.call(call);
    return switch (outcome) {
      case Done<T>(T value) -> Optional.of(value);
      case Refused<T> _ -> Optional.empty();
      case Unknown<T> unknown -> throw new StripeUnavailableException(unknown.toString());
    };
  }

  private static BankLeg toLeg(Payout payout) {
    BankStatus status =
        switch (payout.getStatus()) {
          case "in_transit" -> BankStatus.IN_TRANSIT;
          case "paid" -> BankStatus.PAID;
          case "failed", "canceled" -> BankStatus.FAILED;
          default -> BankStatus.PENDING;
        };
    return new BankLeg(
        status,
        payout.getId(),
        Instant.ofEpochSecond(payout.getCreated()),
        payout.getFailureCode());
  }
}
