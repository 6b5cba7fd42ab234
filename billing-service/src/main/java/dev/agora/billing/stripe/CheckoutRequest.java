package dev.agora.billing.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.PurchaseProperties;
import java.util.Map;

/** A purchase in Stripe's words. Everything in it is pinned, so that a retry has the same bytes. */
final class CheckoutRequest {

  /** Under which our objects at Stripe name the purchase. */
  static final String PURCHASE = "purchase";

  private CheckoutRequest() {}

  static SessionCreateParams of(
      Purchase purchase, String customerId, PurchaseProperties properties) {
    Map<String, String> metadata =
        Map.of(
            PURCHASE,
            purchase.id().value(),
            "agent",
            purchase.agentId(),
            "human",
            purchase.humanId());
    String back = properties.publicUrl() + "/?purchase=" + purchase.id() + "&checkout=";
    SessionCreateParams.Builder request = SessionCreateParams.builder();
    if (properties.automaticTax()) {
      // Where the buyer is, Stripe's page asks, and keeps it with the customer.
      request
          .setAutomaticTax(SessionCreateParams.AutomaticTax.builder().setEnabled(true).build())
          .setCustomerUpdate(
              SessionCreateParams.CustomerUpdate.builder()
                  .setAddress(SessionCreateParams.CustomerUpdate.Address.AUTO)
                  .build());
    }
    return request
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .setCustomer(customerId)
        .setClientReferenceId(purchase.id().value())
        .putAllMetadata(metadata)
        .addLineItem(lineItem(purchase))
        .setPaymentIntentData(
            PaymentIntentData.builder()
                .putAllMetadata(metadata)
                // At once: with automatic_async the charge would have no fee to book for a while.
                .setCaptureMethod(PaymentIntentData.CaptureMethod.AUTOMATIC)
                .build())
        .setSuccessUrl(back + "paid")
        .setCancelUrl(back + "canceled")
        .setExpiresAt(purchase.expiresAt().getEpochSecond())
        .build();
  }

  private static LineItem lineItem(Purchase purchase) {
    return LineItem.builder()
        .setQuantity(1L)
        .setPriceData(
            LineItem.PriceData.builder()
                .setCurrency("usd")
                .setUnitAmount(purchase.price().amount().cents())
                .setProductData(
                    LineItem.PriceData.ProductData.builder()
                        .setName(purchase.price().credits() + " Agora credits")
                        .build())
                .build())
        .build();
  }
}
