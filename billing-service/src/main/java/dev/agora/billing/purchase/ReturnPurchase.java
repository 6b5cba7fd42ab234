package dev.agora.billing.purchase;

import dev.agora.money.Usd;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to a delivered purchase what went back to the card, by request or by force. */
@Service
@Transactional
public class ReturnPurchase {

  private static final Set<PurchaseStatus> DELIVERED =
      EnumSet.of(
          PurchaseStatus.COMPLETED, PurchaseStatus.PARTIALLY_REFUNDED, PurchaseStatus.REFUNDED);

  private static final String LOST =
      "The card's bank took the payment back; the credits were taken back as well.";

  private final Purchases purchases;
  private final PurchaseEvents events;
  private final InstantSource clock;

  ReturnPurchase(Purchases purchases, PurchaseEvents events, InstantSource clock) {
    this.purchases = purchases;
    this.events = events;
    this.clock = clock;
  }

  /** Whether its credits arrived, and no dispute is about it. */
  public static boolean isDelivered(Purchase purchase) {
    return DELIVERED.contains(purchase.status());
  }

  /** That much went back to the card, on the buyer's request. */
  public void refunded(PurchaseId id, Usd amount) {
    change(
        id,
        DELIVERED,
        purchase -> purchase.returned(purchase.refunded().plus(amount), null, clock.instant()));
  }

  /** The card's holder disputes the payment. */
  public void disputed(PurchaseId id) {
    change(
        id,
        DELIVERED,
        purchase -> purchase.changed(PurchaseStatus.DISPUTED, null, clock.instant()));
  }

  /** The bank gave the money back to us: as if there had been no dispute. */
  public void disputeWon(PurchaseId id) {
    change(
        id,
        EnumSet.of(PurchaseStatus.DISPUTED),
        purchase -> purchase.returned(purchase.refunded(), null, clock.instant()));
  }

  /**
   * The card's holder keeps the money.
   *
   * @param part of the price; all of it that was left, if that was disputed
   */
  public void disputeLost(PurchaseId id, Usd part) {
    change(
        id,
        EnumSet.of(PurchaseStatus.DISPUTED),
        purchase -> {
          Usd inAll = purchase.refunded().plus(part);
          boolean whole = inAll.equals(purchase.price().amount());
          PaymentError reason = new PaymentError("dispute_lost", whole ? LOST : lost(part));
          return purchase.returned(inAll, reason, clock.instant());
        });
  }

  private static String lost(Usd part) {
    return "The card's bank took $"
        + part
        + " of the payment back; its share of the credits was taken back as well.";
  }

  private void change(PurchaseId id, Set<PurchaseStatus> from, UnaryOperator<Purchase> change) {
    Purchase purchase =
        purchases.lock(id).orElseThrow(() -> new IllegalStateException("no purchase " + id));
    if (!from.contains(purchase.status())) {
      throw new IllegalStateException(id + " is " + purchase.status() + ", not one of " + from);
    }
    Purchase changed = change.apply(purchase);
    purchases.save(changed);
    events.changed(changed);
  }
}
