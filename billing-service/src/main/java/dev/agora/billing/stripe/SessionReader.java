package dev.agora.billing.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import dev.agora.billing.purchase.Payment;
import dev.agora.billing.purchase.PaymentError;
import dev.agora.billing.purchase.PaymentObservation;
import dev.agora.billing.purchase.PaymentObservation.State;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** Reads a Checkout Session, fetched with its payment, charge and balance transaction. */
final class SessionReader {

  private SessionReader() {}

  static PaymentObservation read(Session session, boolean expectedLive) {
    PaymentIntent intent = session.getPaymentIntentObject();
    Usd tax = tax(session);
    boolean paid = "paid".equals(session.getPaymentStatus());
    Long total = session.getAmountTotal();
    return new PaymentObservation(
        state(session),
        paid,
        Usd.ofCents(total == null ? 0 : total).minus(tax),
        tax,
        String.valueOf(session.getCurrency()),
        Boolean.TRUE.equals(session.getLivemode()),
        expectedLive,
        session.getClientReferenceId(),
        session.getCustomer(),
        paid && intent != null ? payment(intent, tax) : null,
        intent == null ? null : error(intent.getLastPaymentError()));
  }

  private static State state(Session session) {
    return switch (session.getStatus()) {
      case "open" -> State.OPEN;
      case "complete" -> State.COMPLETE;
      case "expired" -> State.EXPIRED;
      case null, default -> State.OTHER;
    };
  }

  private static Usd tax(Session session) {
    Session.TotalDetails details = session.getTotalDetails();
    Long tax = details == null ? null : details.getAmountTax();
    return Usd.ofCents(tax == null ? 0 : tax);
  }

  private static @Nullable Payment payment(PaymentIntent intent, Usd tax) {
    Charge charge = intent.getLatestChargeObject();
    BalanceTransaction booked = charge == null ? null : charge.getBalanceTransactionObject();
    if (charge == null || booked == null) {
      return null;
    }
    return new Payment(intent.getId(), charge.getId(), Usd.ofCents(booked.getFee()), tax);
  }

  private static @Nullable PaymentError error(@Nullable StripeError error) {
    if (error == null) {
      return null;
    }
    String code = error.getCode() == null ? String.valueOf(error.getType()) : error.getCode();
    String message = error.getMessage() == null ? "The card was declined." : error.getMessage();
    return new PaymentError(code, message);
  }
}
