package dev.agora.billing.stripe;

import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import dev.agora.billing.purchase.CardRefunds;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Refunds to the card that paid. The list of a payment's refunds is looked at before one is made:
 * Stripe forgets an idempotency key after a day, and repeats a stored error for it until then.
 */
@Component
class StripeRefunds implements CardRefunds {

  /** Under which a refund at Stripe names ours. */
  static final String REFUND = "refund";

  private static final String ALREADY = "charge_already_refunded";
  private static final String FAILED = "refund_failed";

  private final StripeCalls stripe;

  StripeRefunds(StripeCalls stripe) {
    this.stripe = stripe;
  }

  @Override
  public RefundResult refund(Order order) {
    return find(order).orElseGet(() -> create(order));
  }

  @Override
  public boolean hasFailed(String refundId) {
    return switch (stripe.call(client -> client.v1().refunds().retrieve(refundId))) {
      case Done<Refund>(Refund refund) -> isFailed(refund);
      case Refused<Refund>(String code, String message) ->
          throw new IllegalStateException(refundId + ": " + code + ", " + message);
      case Unknown<Refund> unknown -> throw new StripeUnavailableException(unknown.toString());
    };
  }

  private RefundResult create(Order order) {
    RefundCreateParams.Builder request =
        RefundCreateParams.builder()
            .setPaymentIntent(order.paymentIntentId())
            .putMetadata(CheckoutRequest.PURCHASE, order.purchase().value())
            .putMetadata(REFUND, order.reference());
    Optional.ofNullable(order.amount()).ifPresent(amount -> request.setAmount(amount.cents()));
    RequestOptions once =
        RequestOptions.builder().setIdempotencyKey(order.commandId().toString()).build();
    StripeOutcome<Refund> outcome =
        stripe.call(client -> client.v1().refunds().create(request.build(), once));
    return switch (outcome) {
      case Done<Refund>(Refund refund) -> read(refund);
      // What is refused may repeat what was done unseen: then less is left than is asked for.
      case Refused<Refund>(String code, String message) ->
          find(order).orElseGet(() -> refused(order, code, message));
      // A stored 500 is repeated for the key, so the list is what can tell.
      case Unknown<Refund>(var doubt, String detail) ->
          (doubt.isPerhapsDone() ? find(order) : Optional.<RefundResult>empty())
              .orElseGet(() -> new RefundResult.Unknown(doubt + ", " + detail));
    };
  }

  private RefundResult refused(Order order, String code, String message) {
    // Given back whole by other means, such as an operator's hand: as good for a whole refund.
    return code.equals(ALREADY) && order.amount() == null
        ? findAny(order)
        : new RefundResult.Refused(code, message);
  }

  private static RefundResult read(Refund refund) {
    if (isFailed(refund)) {
      return new RefundResult.Refused(FAILED, String.valueOf(refund.getFailureReason()));
    }
    return "succeeded".equals(refund.getStatus())
        ? new RefundResult.Refunded(refund.getId())
        : new RefundResult.Unknown(refund.getId() + " is " + refund.getStatus());
  }

  private static boolean isFailed(Refund refund) {
    return "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
  }

  /** What came of the refund that has our name; empty if Stripe lists none. */
  private Optional<RefundResult> find(Order order) {
    return first(order, refund -> order.reference().equals(refund.getMetadata().get(REFUND)));
  }

  private RefundResult findAny(Order order) {
    return first(order, refund -> !isFailed(refund))
        .orElseGet(() -> new RefundResult.Unknown("no refund is listed"));
  }

  private Optional<RefundResult> first(Order order, Predicate<Refund> wanted) {
    return switch (list(order.paymentIntentId())) {
      case Done<List<Refund>>(List<Refund> made) ->
          made.stream().filter(wanted).findFirst().map(StripeRefunds::read);
      case Refused<List<Refund>>(String code, String message) ->
          Optional.of(new RefundResult.Unknown(code + ", " + message));
      case Unknown<List<Refund>> unknown ->
          Optional.of(new RefundResult.Unknown(unknown.toString()));
    };
  }

  private StripeOutcome<List<Refund>> list(String paymentIntentId) {
    RefundListParams wanted =
        RefundListParams.builder().setPaymentIntent(paymentIntentId).setLimit(100L).build();
    return stripe.call(client -> client.v1().refunds().list(wanted).getData());
  }
}
