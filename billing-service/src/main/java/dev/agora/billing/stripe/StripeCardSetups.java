package dev.agora.billing.stripe;

import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import dev.agora.billing.card.CardDetails;
import dev.agora.billing.card.CardSetup;
import dev.agora.billing.card.CardSetups;
import dev.agora.billing.card.SavedCard;
import dev.agora.billing.purchase.PurchaseProperties;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checkout Sessions that only save a card. */
@Component
class StripeCardSetups implements CardSetups {

  private static final String CARD = "card";

  private static final SessionRetrieveParams WHOLE =
      SessionRetrieveParams.builder().addExpand("setup_intent.payment_method").build();

  private final StripeCalls stripe;
  private final StripeCustomers customers;
  private final PurchaseProperties properties;

  StripeCardSetups(StripeCalls stripe, StripeCustomers customers, PurchaseProperties properties) {
    this.stripe = stripe;
    this.customers = customers;
    this.properties = properties;
  }

  @Override
  public OpenResult open(SavedCard card) {
    try {
      return switch (customers.idOf(card.humanId())) {
        case Done<String>(String customerId) -> open(card, customerId);
        case Refused<String>(String code, String message) ->
            new OpenResult.Unavailable("customer: " + code + ", " + message);
        case Unknown<String> unknown -> new OpenResult.Unavailable("customer: " + unknown);
      };
    } catch (StripeUnavailableException notNow) {
      return new OpenResult.Unavailable(String.valueOf(notNow.getMessage()));
    }
  }

  private OpenResult open(SavedCard card, String customerId) {
    String back = properties.publicUrl() + "/?payment-method=" + card.id() + "&setup=";
    SessionCreateParams request =
        SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.SETUP)
            .setCurrency("usd")
            .setCustomer(customerId)
            .putMetadata(CARD, card.id().value())
            .setSetupIntentData(
                SessionCreateParams.SetupIntentData.builder()
                    .putMetadata(CARD, card.id().value())
                    .build())
            .setSuccessUrl(back + "saved")
            .setCancelUrl(back + "canceled")
            .setExpiresAt(card.expiresAt().getEpochSecond())
            .build();
    RequestOptions once = RequestOptions.builder().setIdempotencyKey("card:" + card.id()).build();
    StripeOutcome<Session> outcome =
        stripe.call(client -> client.v1().checkout().sessions().create(request, once));
    return switch (outcome) {
      case Done<Session>(Session session) ->
          new OpenResult.Opened(new CardSetup(session.getId(), session.getUrl(), customerId));
      case Refused<Session>(String code, String message) ->
          new OpenResult.Unavailable(code + ", " + message);
      case Unknown<Session> unknown -> new OpenResult.Unavailable(unknown.toString());
    };
  }

  @Override
  public Optional<Observation> observe(CardSetup setup) {
    StripeOutcome<Session> outcome =
        stripe.call(client -> client.v1().checkout().sessions().retrieve(setup.sessionId(), WHOLE));
    return switch (outcome) {
      case Done<Session>(Session session) -> Optional.of(read(session));
      case Refused<Session> _ -> Optional.empty();
      case Unknown<Session> unknown -> throw new StripeUnavailableException(unknown.toString());
    };
  }

  @Override
  public void detach(CardDetails details) {
    RequestOptions once =
        RequestOptions.builder().setIdempotencyKey("detach:" + details.methodId()).build();
    StripeOutcome<PaymentMethod> outcome =
        stripe.call(client -> client.v1().paymentMethods().detach(details.methodId(), once));
    // Refused is what Stripe says of a card that it has let go before.
    if (outcome instanceof Unknown<PaymentMethod> unknown) {
      throw new StripeUnavailableException(unknown.toString());
    }
  }

  private static Observation read(Session session) {
    boolean open = "open".equals(session.getStatus());
    SetupIntent intent = session.getSetupIntentObject();
    boolean saved =
        "complete".equals(session.getStatus())
            && intent != null
            && "succeeded".equals(intent.getStatus());
    return new Observation(
        open,
        session.getMetadata().get(CARD),
        saved ? details(intent.getPaymentMethodObject()) : null);
  }

  private static @Nullable CardDetails details(@Nullable PaymentMethod method) {
    if (method == null || method.getCard() == null) {
      return null;
    }
    PaymentMethod.Card card = method.getCard();
    return new CardDetails(
        method.getId(),
        card.getBrand(),
        card.getLast4(),
        Math.toIntExact(card.getExpMonth()),
        Math.toIntExact(card.getExpYear()));
  }
}
