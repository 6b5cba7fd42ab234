package dev.agora.billing.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.model.StripeCollection;
import com.stripe.param.DisputeListParams;
import dev.agora.billing.dispute.BankDisputes;
import dev.agora.billing.dispute.DisputeObservation;
import dev.agora.billing.dispute.DisputeObservation.State;
import dev.agora.money.Usd;
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

/** Disputes as Stripe knows them. */
@Component
class StripeDisputes implements BankDisputes {

  private final StripeCalls stripe;

  StripeDisputes(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public Optional<DisputeObservation> find(String stripeId) {
    return switch (stripe.call(client -> client.v1().disputes().retrieve(stripeId))) {
      case Done<Dispute>(Dispute dispute) -> Optional.of(read(dispute));
      case Refused<Dispute> _ -> Optional.empty();
      case Unknown<Dispute> unknown -> throw new StripeUnavailableException(unknown.toString());
    };
  }

  @Override
  public List<DisputeObservation> since(@Nullable Instant from) {
    List<DisputeObservation> found = new ArrayList<>();
    StripePages.read(
        stripe,
        after -> client -> client.v1().disputes().list(wanted(from, after)),
        (StripeCollection<Dispute> page) ->
            page.getData().forEach(dispute -> found.add(read(dispute))));
    return found;
  }

  private static DisputeListParams wanted(@Nullable Instant from, @Nullable String after) {
    DisputeListParams.Builder wanted = DisputeListParams.builder().setLimit(StripePages.LARGEST);
    if (from != null) {
      wanted.setCreated(DisputeListParams.Created.builder().setGte(from.getEpochSecond()).build());
    }
    if (after != null) {
      wanted.setStartingAfter(after);
    }
    return wanted.build();
  }

  static DisputeObservation read(Dispute dispute) {
    return new DisputeObservation(
        dispute.getId(),
        dispute.getPaymentIntent(),
        Usd.ofCents(dispute.getAmount()),
        fee(dispute),
        String.valueOf(dispute.getReason()),
        state(dispute.getStatus()),
        Instant.ofEpochSecond(dispute.getCreated()));
  }

  /** What Stripe took for handling it, less what it gave back. */
  private static Usd fee(Dispute dispute) {
    List<BalanceTransaction> booked = dispute.getBalanceTransactions();
    long cents = booked == null ? 0 : booked.stream().mapToLong(BalanceTransaction::getFee).sum();
    return Usd.ofCents(Math.max(0, cents));
  }

  private static State state(@Nullable String status) {
    return switch (status) {
      case "warning_needs_response", "warning_under_review", "warning_closed", "prevented" ->
          State.INQUIRY;
      case "needs_response", "under_review" -> State.OPEN;
      case "won" -> State.WON;
      case "lost" -> State.LOST;
      case null, default -> State.OTHER;
    };
  }
}
