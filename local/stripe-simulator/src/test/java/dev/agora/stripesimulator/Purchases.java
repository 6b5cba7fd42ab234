package dev.agora.stripesimulator;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;

/** What Agora's billing asks of Stripe, for tests to start from. */
final class Purchases {
  private Purchases() {}

  static SessionCreateParams.Builder session(long cents) {
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .setSuccessUrl("https://agora.test/paid?session={CHECKOUT_SESSION_ID}")
        .setCancelUrl("https://agora.test/cancelled")
        .setClientReferenceId("pur_1")
        .putMetadata("purchase", "pur_1")
        .setPaymentIntentData(
            SessionCreateParams.PaymentIntentData.builder()
                .putMetadata("purchase", "pur_1")
                .build())
        .addLineItem(
            SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                    SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("usd")
                        .setUnitAmount(cents)
                        .setProductData(
                            SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName("Credits <b>& more</b>")
                                .build())
                        .build())
                .build());
  }

  static Session openSession(TestSimulator stripe, long cents) throws StripeException {
    return stripe.client().v1().checkout().sessions().create(session(cents).build());
  }

  static PaymentIntentCreateParams.Builder intent(long cents, String method) {
    return PaymentIntentCreateParams.builder()
        .setAmount(cents)
        .setCurrency("usd")
        .setPaymentMethod(method)
        .setConfirm(true)
        .setOffSession(true);
  }

  static Charge charge(TestSimulator stripe, long cents, String method) throws StripeException {
    PaymentIntent intent =
        stripe.client().v1().paymentIntents().create(intent(cents, method).build());
    return stripe.client().v1().charges().retrieve(intent.getLatestCharge());
  }

  static RequestOptions key(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }
}
