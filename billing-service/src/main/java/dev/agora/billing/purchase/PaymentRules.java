package dev.agora.billing.purchase;

import dev.agora.billing.purchase.PaymentVerdict.Declined;
import dev.agora.billing.purchase.PaymentVerdict.Expired;
import dev.agora.billing.purchase.PaymentVerdict.Incomplete;
import dev.agora.billing.purchase.PaymentVerdict.Paid;
import dev.agora.billing.purchase.PaymentVerdict.Suspect;
import dev.agora.billing.purchase.PaymentVerdict.Unchanged;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges what Stripe reports against what was ordered. Forward only: whatever was observed, in any
 * order, any number of times, a purchase never goes back.
 */
final class PaymentRules {

  private static final String CURRENCY = "usd";

  private PaymentRules() {}

  /** Whether anything that Stripe could say now would change the purchase. */
  static boolean mayMove(Purchase purchase) {
    return switch (purchase.status()) {
      case AWAITING_PAYMENT, EXPIRED -> true;
      case PAID, COMPLETED, FAILED, REFUNDED, PARTIALLY_REFUNDED, DISPUTED, QUARANTINED -> false;
    };
  }

  static PaymentVerdict judge(Purchase purchase, PaymentObservation seen) {
    return switch (purchase.status()) {
      case AWAITING_PAYMENT -> judgeOpen(purchase, seen);
      case EXPIRED -> seen.paid() ? new Suspect("paid after it expired") : new Unchanged();
      case PAID, COMPLETED, FAILED, REFUNDED, PARTIALLY_REFUNDED, DISPUTED, QUARANTINED ->
          new Unchanged();
    };
  }

  private static PaymentVerdict judgeOpen(Purchase purchase, PaymentObservation seen) {
    String difference = difference(purchase, seen);
    if (difference != null) {
      return new Suspect(difference);
    }
    if (seen.paid()) {
      return seen.payment() == null ? new Incomplete() : new Paid(seen.payment());
    }
    if (seen.state() == PaymentObservation.State.EXPIRED) {
      return new Expired();
    }
    boolean isNews = seen.error() != null && !seen.error().equals(purchase.lastError());
    return isNews ? new Declined(Objects.requireNonNull(seen.error())) : new Unchanged();
  }

  private static @Nullable String difference(Purchase purchase, PaymentObservation seen) {
    if (!seen.amount().equals(purchase.price().amount())) {
      return "amount is %s, not %s".formatted(seen.amount(), purchase.price().amount());
    }
    if (!seen.currency().equals(CURRENCY)) {
      return "currency is %s, not %s".formatted(seen.currency(), CURRENCY);
    }
    if (seen.live() != seen.expectedLive()) {
      return "livemode is " + seen.live();
    }
    if (!purchase.id().value().equals(seen.reference())) {
      return "it belongs to " + seen.reference();
    }
    Checkout checkout = purchase.checkout();
    if (checkout != null && !checkout.customerId().equals(seen.customerId())) {
      return "customer is " + seen.customerId();
    }
    return null;
  }
}
