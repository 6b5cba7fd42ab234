package dev.agora.billing.dispute;

import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe says about a dispute when it is asked.
 *
 * @param stripeId {@code dp_…}
 * @param paymentIntentId of the disputed payment; null for a payment that is none of ours
 * @param fee that Stripe keeps for the dispute as of now
 * @param reason Stripe's word for it, such as {@code fraudulent}
 * @param state as far as it matters here
 * @param createdAt by Stripe's clock
 */
public record DisputeObservation(
    String stripeId,
    @Nullable String paymentIntentId,
    Usd amount,
    Usd fee,
    String reason,
    State state,
    Instant createdAt) {

  /** How it stands at Stripe. */
  public enum State {
    /** The bank only asks; no money has moved. */
    INQUIRY,
    /** The bank has taken the money and decides. */
    OPEN,
    WON,
    LOST,
    /** One that a newer Stripe may know. */
    OTHER
  }
}
