package dev.agora.billing.purchase;

import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe says about a checkout when it is asked. None of it is trusted before it is compared
 * with the purchase.
 *
 * @param state of the checkout
 * @param paid whether the money was taken
 * @param amount to pay without tax
 * @param tax on top
 * @param currency lower case, {@code usd}
 * @param live whether money is real
 * @param expectedLive whether it should be
 * @param reference the purchase that Stripe believes it belongs to
 * @param customerId who is to pay
 * @param payment null until the money was taken and its fee is known
 * @param error the last attempt's, null if none failed
 */
public record PaymentObservation(
    State state,
    boolean paid,
    Usd amount,
    Usd tax,
    String currency,
    boolean live,
    boolean expectedLive,
    @Nullable String reference,
    @Nullable String customerId,
    @Nullable Payment payment,
    @Nullable PaymentError error) {

  /** Of a checkout; {@code OTHER} is one that a newer Stripe may know. */
  public enum State {
    OPEN,
    COMPLETE,
    EXPIRED,
    OTHER
  }
}
