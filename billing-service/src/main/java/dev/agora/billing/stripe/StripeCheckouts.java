package dev.agora.billing.stripe;

import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import dev.agora.billing.purchase.Checkout;
import dev.agora.billing.purchase.Checkouts;
import dev.agora.billing.purchase.PaymentObservation;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.PurchaseProperties;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checkout Sessions: Stripe's own page takes the card, so that none ever comes near us. */
@Component
class StripeCheckouts implements Checkouts {

  private static final SessionRetrieveParams WHOLE =
      SessionRetrieveParams.builder()
          .addExpand("payment_intent.latest_charge.balance_transaction")
          .build();

  private final StripeCalls stripe;
  private final StripeCustomers customers;
  private final PurchaseProperties properties;

  StripeCheckouts(StripeCalls stripe, StripeCustomers customers, PurchaseProperties properties) {
    this.stripe = stripe;
    this.customers = customers;
    this.properties = properties;
  }

  @Override
  public OpenResult open(Purchase purchase) {
    try {
      return switch (customers.idOf(purchase.humanId())) {
        case Done<String>(String customerId) -> open(purchase, customerId);
        case Refused<String>(String code, String message) ->
            new OpenResult.Unavailable("customer: " + code + ", " + message);
        case Unknown<String> unknown -> new OpenResult.Unavailable("customer: " + unknown);
      };
    } catch (StripeUnavailableException notNow) {
      return new OpenResult.Unavailable(String.valueOf(notNow.getMessage()));
    }
  }

  private OpenResult open(Purchase purchase, String customerId) {
    RequestOptions once =
        RequestOptions.builder().setIdempotencyKey("checkout:" + purchase.id()).build();
    StripeOutcome<Session> outcome =
        stripe.call(
            client ->
                client
                    .v1()
                    .checkout()
                    .sessions()
                    .create(CheckoutRequest.of(purchase, customerId, properties), once));
    return switch (outcome) {
      case Done<Session>(Session session) -> opened(session, customerId);
      case Refused<Session>(String code, String message) ->
          new OpenResult.Unavailable(code + ", " + message);
      // A stored 500 is repeated for the key, so the list is what can tell.
      case Unknown<Session>(var doubt, String detail) ->
          (doubt.isPerhapsDone() ? find(purchase, customerId) : Optional.<OpenResult>empty())
              .orElseGet(() -> new OpenResult.Unavailable(doubt + ", " + detail));
    };
  }

  /** The checkout that was made although no answer came; empty if Stripe lists none. */
  private Optional<OpenResult> find(Purchase purchase, String customerId) {
    SessionListParams wanted =
        SessionListParams.builder().setCustomer(customerId).setLimit(StripePages.LARGEST).build();
    StripeOutcome<List<Session>> outcome =
        stripe.call(client -> client.v1().checkout().sessions().list(wanted).getData());
    return outcome instanceof Done<List<Session>>(List<Session> sessions)
        ? sessions.stream()
            .filter(session -> purchase.id().value().equals(session.getClientReferenceId()))
            .findFirst()
            .map(session -> opened(session, customerId))
        : Optional.empty();
  }

  private static OpenResult opened(Session session, String customerId) {
    // Paid or expired meanwhile, it has no address any more.
    return session.getUrl() == null
        ? new OpenResult.Unavailable(session.getId() + " is " + session.getStatus())
        : new OpenResult.Opened(new Checkout(session.getId(), session.getUrl(), customerId));
  }

  @Override
  public Optional<PaymentObservation> observe(Checkout checkout) {
    StripeOutcome<Session> outcome =
        stripe.call(
            client -> client.v1().checkout().sessions().retrieve(checkout.sessionId(), WHOLE));
    return switch (outcome) {
      // Somebody else's answer says nothing about this payment, not even that it is wrong.
      case Done<Session>(Session other) when !checkout.sessionId().equals(other.getId()) ->
          throw new StripeUnavailableException(
              "asked for " + checkout.sessionId() + ", Stripe answered about " + other.getId());
      case Done<Session>(Session session) ->
          Optional.of(SessionReader.read(session, stripe.isLive()));
      case Refused<Session> _ -> Optional.empty();
      case Unknown<Session> unknown -> throw new StripeUnavailableException(unknown.toString());
    };
  }
}
