package dev.agora.billing.dispute;

import dev.agora.billing.purchase.Payment;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that its card's holder disputes.
 *
 * @param stripeId {@code dp_…}
 * @param amount that the bank took
 * @param price of the purchase
 * @param fee that the platform kept of it
 * @param refunded of the price before the dispute, by a refund or an earlier dispute
 * @param tax on the rest of the price, paid on top
 * @param reason Stripe's word for it
 * @param frozen credits, null until the ledger has frozen them
 * @param verdict null until the bank has decided
 * @param outcome null until the ledger has closed it
 * @param version grows with each change
 */
public record Dispute(
    DisputeId id,
    String stripeId,
    PurchaseId purchaseId,
    String humanId,
    String agentId,
    Usd amount,
    Usd price,
    Usd fee,
    Usd refunded,
    Usd tax,
    String reason,
    DisputeStatus status,
    @Nullable Credits frozen,
    @Nullable Verdict verdict,
    @Nullable DisputeOutcome outcome,
    Instant createdAt,
    Instant changedAt,
    long version) {

  /** Whether the bank took no more than was left of the payment: more is nobody's credits. */
  boolean isWithinRest() {
    return amount.compareTo(rest().plus(tax)) <= 0;
  }

  /** What of the price the bank took; all that was left of it with the whole rest. */
  public Usd disputedPrice() {
    return amount.minus(disputedTax());
  }

  /** What of the tax went with it. */
  public Usd disputedTax() {
    return tax.isZero() ? tax : Payment.partOfTax(tax, amount, rest().plus(tax));
  }

  /** What was left of the price. */
  public Usd rest() {
    return price.minus(refunded);
  }

  Dispute frozen(Credits credits, Instant now) {
    return next(status, credits, verdict, outcome, now);
  }

  Dispute decided(Verdict last, Instant now) {
    return next(status, frozen, last, outcome, now);
  }

  Dispute closed(DisputeStatus end, DisputeOutcome how, Instant now) {
    return next(end, frozen, verdict, how, now);
  }

  private Dispute next(
      DisputeStatus next,
      @Nullable Credits set,
      @Nullable Verdict said,
      @Nullable DisputeOutcome how,
      Instant now) {
    return new Dispute(
        id,
        stripeId,
        purchaseId,
        humanId,
        agentId,
        amount,
        price,
        fee,
        refunded,
        tax,
        reason,
        next,
        set,
        said,
        how,
        createdAt,
        now,
        version + 1);
  }
}
