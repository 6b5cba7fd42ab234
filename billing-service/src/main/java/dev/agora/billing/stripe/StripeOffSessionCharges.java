package dev.agora.billing.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import dev.agora.billing.card.CardDetails;
import dev.agora.billing.card.CardSetup;
import dev.agora.billing.card.SavedCard;
import dev.agora.billing.purchase.Payment;
import dev.agora.billing.purchase.PaymentObservation;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.topup.OffSessionCharges;
import dev.agora.money.Usd;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Payment Intents that are confirmed at once with a saved card. The customer's intents are looked
 * through before one is made: Stripe forgets an idempotency key after a day, and repeats a stored
 * error for it until then.
 */
@Component
class StripeOffSessionCharges implements OffSessionCharges {

  private static final String EXPANDED = "latest_charge.balance_transaction";
  private static final String ASKS_FOR_HUMAN = "authentication_required";

  /** Between our clock and Stripe's. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private final StripeCalls stripe;

  StripeOffSessionCharges(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public ChargeResult charge(Purchase purchase, SavedCard card) {
    CardSetup setup = card.setup();
    CardDetails details = card.details();
    if (setup == null || details == null) {
      return new ChargeResult.Declined("card_missing", "The saved card is not there.");
    }
    return find(purchase, setup.customerId())
        .orElseGet(() -> create(purchase, setup.customerId(), details.methodId()));
  }

  private ChargeResult create(Purchase purchase, String customerId, String methodId) {
    PaymentIntentCreateParams request =
        PaymentIntentCreateParams.builder()
            .setAmount(purchase.price().amount().cents())
            .setCurrency("usd")
            .setCustomer(customerId)
            .setPaymentMethod(methodId)
            .setOffSession(true)
            .setConfirm(true)
            .setDescription(purchase.price().credits() + " Agora credits, automatic top-up")
            .putMetadata(CheckoutRequest.PURCHASE, purchase.id().value())
            .putMetadata("agent", purchase.agentId())
            .putMetadata("human", purchase.humanId())
            .addExpand(EXPANDED)
            .build();
    RequestOptions once =
        RequestOptions.builder().setIdempotencyKey("top-up:" + purchase.id()).build();
    StripeOutcome<PaymentIntent> outcome =
        stripe.call(client -> client.v1().paymentIntents().create(request, once));
    return switch (outcome) {
      case Done<PaymentIntent>(PaymentIntent intent) -> read(intent);
      // A card that says no leaves an intent behind, which knows the exact reason.
      case Refused<PaymentIntent>(String code, String message) ->
          find(purchase, customerId).orElseGet(() -> new ChargeResult.Declined(code, message));
      case Unknown<PaymentIntent>(var doubt, String detail) ->
          (doubt.isPerhapsDone() ? find(purchase, customerId) : Optional.<ChargeResult>empty())
              .orElseGet(() -> new ChargeResult.Unknown(doubt + ", " + detail));
    };
  }

  /** What came of the intent of this purchase; empty if Stripe lists none. */
  private Optional<ChargeResult> find(Purchase purchase, String customerId) {
    PaymentIntentListParams wanted =
        PaymentIntentListParams.builder()
            .setCustomer(customerId)
            .setCreated(
                PaymentIntentListParams.Created.builder()
                    .setGte(purchase.createdAt().minus(CLOCKS_DIFFER).getEpochSecond())
                    .build())
            .setLimit(100L)
            .build();
    StripeOutcome<List<PaymentIntent>> outcome =
        stripe.call(client -> client.v1().paymentIntents().list(wanted).getData());
    return switch (outcome) {
      case Done<List<PaymentIntent>>(List<PaymentIntent> intents) ->
          intents.stream().filter(intent -> isOf(purchase, intent)).findFirst().map(this::whole);
      case Refused<List<PaymentIntent>>(String code, String message) ->
          Optional.of(new ChargeResult.Unknown(code + ", " + message));
      case Unknown<List<PaymentIntent>> unknown ->
          Optional.of(new ChargeResult.Unknown(unknown.toString()));
    };
  }

  private static boolean isOf(Purchase purchase, PaymentIntent intent) {
    return purchase.id().value().equals(intent.getMetadata().get(CheckoutRequest.PURCHASE));
  }

  private ChargeResult whole(PaymentIntent found) {
    PaymentIntentRetrieveParams expanded =
        PaymentIntentRetrieveParams.builder().addExpand(EXPANDED).build();
    StripeOutcome<PaymentIntent> outcome =
        stripe.call(client -> client.v1().paymentIntents().retrieve(found.getId(), expanded));
    return switch (outcome) {
      case Done<PaymentIntent>(PaymentIntent intent) -> read(intent);
      case Refused<PaymentIntent>(String code, String message) ->
          new ChargeResult.Unknown(code + ", " + message);
      case Unknown<PaymentIntent> unknown -> new ChargeResult.Unknown(unknown.toString());
    };
  }

  private ChargeResult read(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "succeeded" -> new ChargeResult.Seen(observation(intent));
      case "requires_action" -> new ChargeResult.NeedsHuman();
      case "requires_payment_method" -> refusal(intent.getLastPaymentError());
      case "canceled" -> new ChargeResult.Declined("canceled", "The payment was canceled.");
      case null, default -> new ChargeResult.Unknown(intent.getId() + " is " + intent.getStatus());
    };
  }

  private static ChargeResult refusal(@Nullable StripeError error) {
    String code = error == null ? null : error.getCode();
    if (ASKS_FOR_HUMAN.equals(code)) {
      return new ChargeResult.NeedsHuman();
    }
    String exact = error == null || error.getDeclineCode() == null ? code : error.getDeclineCode();
    String message = error == null ? null : error.getMessage();
    return new ChargeResult.Declined(
        exact == null ? "card_declined" : exact,
        message == null ? "The card was declined." : message);
  }

  private PaymentObservation observation(PaymentIntent intent) {
    return new PaymentObservation(
        PaymentObservation.State.COMPLETE,
        true,
        Usd.ofCents(intent.getAmountReceived()),
        Usd.ZERO,
        intent.getCurrency(),
        Boolean.TRUE.equals(intent.getLivemode()),
        stripe.isLive(),
        intent.getMetadata().get(CheckoutRequest.PURCHASE),
        intent.getCustomer(),
        payment(intent),
        null);
  }

  private static @Nullable Payment payment(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    BalanceTransaction booked = charge == null ? null : charge.getBalanceTransactionObject();
    return charge == null || booked == null
        ? null
        : new Payment(intent.getId(), charge.getId(), Usd.ofCents(booked.getFee()), Usd.ZERO);
  }
}
