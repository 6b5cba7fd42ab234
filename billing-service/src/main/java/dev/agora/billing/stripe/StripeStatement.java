package dev.agora.billing.stripe;

import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.Transfer;
import com.stripe.param.BalanceTransactionListParams;
import dev.agora.billing.reconciliation.Statement;
import dev.agora.billing.reconciliation.StripeMovement;
import dev.agora.money.Usd;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Balance transactions of the platform's own account, and its balance. */
@Component
class StripeStatement implements Statement {

  private static final String CURRENCY = "usd";

  /** Under which the transfers of conversions name them. */
  private static final String CONVERSION = "conversion";

  private final StripeCalls stripe;

  StripeStatement(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public void read(@Nullable Instant from, Consumer<List<StripeMovement>> page) {
    StripePages.read(
        stripe,
        after -> client -> client.v1().balanceTransactions().list(wanted(from, after)),
        (StripeCollection<BalanceTransaction> found) ->
            page.accept(found.getData().stream().map(StripeStatement::read).toList()));
  }

  private static BalanceTransactionListParams wanted(
      @Nullable Instant from, @Nullable String after) {
    BalanceTransactionListParams.Builder wanted =
        BalanceTransactionListParams.builder()
            .setCurrency(CURRENCY)
            .addExpand("data.source")
            .setLimit(StripePages.LARGEST);
    if (from != null) {
      wanted.setCreated(
          BalanceTransactionListParams.Created.builder().setGte(from.getEpochSecond()).build());
    }
    if (after != null) {
      wanted.setStartingAfter(after);
    }
    return wanted.build();
  }

  @Override
  public Usd balance() {
    return switch (stripe.call(client -> client.v1().balance().retrieve())) {
      case Done<Balance>(Balance balance) -> Usd.ofCents(available(balance) + pending(balance));
      case Refused<Balance>(String code, String message) ->
          throw new StripeUnavailableException(code + ", " + message);
      case Unknown<Balance> unknown -> throw new StripeUnavailableException(unknown.toString());
    };
  }

  private static long available(Balance balance) {
    return balance.getAvailable().stream()
        .filter(part -> CURRENCY.equals(part.getCurrency()))
        .mapToLong(Balance.Available::getAmount)
        .sum();
  }

  private static long pending(Balance balance) {
    return balance.getPending().stream()
        .filter(part -> CURRENCY.equals(part.getCurrency()))
        .mapToLong(Balance.Pending::getAmount)
        .sum();
  }

  static StripeMovement read(BalanceTransaction booked) {
    return new StripeMovement(
        booked.getId(),
        String.valueOf(booked.getReportingCategory()),
        Usd.ofCents(booked.getNet()),
        matter(booked),
        Instant.ofEpochSecond(booked.getCreated()));
  }

  /** What our own requests wrote on the object; for disputes, Stripe's name. */
  private static String matter(BalanceTransaction booked) {
    BalanceTransactionSource source = booked.getSourceObject();
    String named =
        switch (source) {
          case Charge charge -> charge.getMetadata().get(CheckoutRequest.PURCHASE);
          case Refund refund -> matter(refund.getMetadata());
          case Transfer transfer -> transfer.getMetadata().get(CONVERSION);
          case null, default -> null;
        };
    if (named != null) {
      return named;
    }
    return booked.getSource() == null ? booked.getId() : booked.getSource();
  }

  /** A charge that was given back without credits is one matter with its purchase. */
  private static @Nullable String matter(Map<String, String> refund) {
    String named = refund.get(StripeRefunds.REFUND);
    boolean ours = named != null && named.startsWith("rfd_");
    return ours ? named : refund.get(CheckoutRequest.PURCHASE);
  }
}
