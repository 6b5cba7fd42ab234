package dev.agora.billing.stripe;

import dev.agora.billing.card.CheckCard;
import dev.agora.billing.dispute.CheckDispute;
import dev.agora.billing.purchase.CheckPayment;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.billing.refund.FollowRefund;
import dev.agora.billing.refund.RefundId;
import dev.agora.billing.warning.CheckWarning;
import dev.agora.stripe.StripeUnavailableException;
import dev.agora.stripe.webhook.StripeEvent;
import dev.agora.stripe.webhook.StripeEventHandler;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes Stripe's events as a reason to look, whatever they say happened. */
@Component
class PaymentEventHandler implements StripeEventHandler {

  private static final String SESSIONS = "checkout.session.";
  private static final String INTENTS = "payment_intent.";
  private static final String DISPUTES = "charge.dispute.";
  private static final String WARNINGS = "radar.early_fraud_warning.";
  private static final String REFUNDS = "refund.";

  /** Tells of a payment that has not begun: there is nothing to see yet. */
  private static final String INTENDED = "payment_intent.created";

  private final CheckPayment checkPayment;
  private final CheckCard checkCard;
  private final CheckDispute checkDispute;
  private final FollowRefund followRefund;
  private final CheckWarning checkWarning;

  PaymentEventHandler(
      CheckPayment checkPayment,
      CheckCard checkCard,
      CheckDispute checkDispute,
      FollowRefund followRefund,
      CheckWarning checkWarning) {
    this.checkPayment = checkPayment;
    this.checkCard = checkCard;
    this.checkDispute = checkDispute;
    this.followRefund = followRefund;
    this.checkWarning = checkWarning;
  }

  @Override
  public boolean heeds(String type) {
    return tellsOfMoney(type);
  }

  static boolean tellsOfMoney(String type) {
    return !type.equals(INTENDED)
        && Stream.of(SESSIONS, INTENTS, DISPUTES, WARNINGS, REFUNDS).anyMatch(type::startsWith);
  }

  @Override
  public void handle(StripeEvent event) {
    if (!look(event)) {
      throw new StripeUnavailableException(event.objectId() + " can not be settled yet");
    }
  }

  private boolean look(StripeEvent event) {
    String object = event.objectId();
    if (event.account() != null) {
      // Of somebody's connected account: that is the business of whoever pays them.
      return true;
    }
    if (event.type().startsWith(SESSIONS) && object != null) {
      checkCard.bySession(object);
      return checkPayment.bySession(object);
    }
    if (event.type().startsWith(INTENTS)) {
      return purchaseOf(event).map(checkPayment::byId).orElse(true);
    }
    if (event.type().startsWith(DISPUTES) && object != null) {
      return checkDispute.byStripeId(object);
    }
    if (event.type().startsWith(WARNINGS) && object != null) {
      return checkWarning.byStripeId(object);
    }
    if (event.type().startsWith(REFUNDS)) {
      refundOf(event).ifPresent(followRefund::look);
    }
    return true;
  }

  private static Optional<PurchaseId> purchaseOf(StripeEvent event) {
    return Optional.ofNullable(event.metadata().get(CheckoutRequest.PURCHASE))
        .flatMap(PurchaseId::parse);
  }

  private static Optional<RefundId> refundOf(StripeEvent event) {
    return Optional.ofNullable(event.metadata().get(StripeRefunds.REFUND)).flatMap(RefundId::parse);
  }
}
