package dev.agora.billing.purchase;

import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads purchases. */
@Service
public class FindPurchase {

  private final Purchases purchases;

  FindPurchase(Purchases purchases) {
    this.purchases = purchases;
  }

  /** A person's own purchase; empty for anybody else's. */
  public Optional<Purchase> ofHuman(String humanId, String purchaseId) {
    return PurchaseId.parse(purchaseId)
        .flatMap(purchases::find)
        .filter(purchase -> purchase.humanId().equals(humanId));
  }

  /** The purchase that this payment paid. */
  public Optional<Purchase> byPaymentIntent(String paymentIntentId) {
    return purchases.findByPaymentIntent(paymentIntentId);
  }

  Page<Purchase> pageOfHuman(String humanId, PageRequest page) {
    return page.pageOf(purchases.ofHuman(humanId, page), purchase -> purchase.id().value());
  }

  /** Whoever bought it. */
  public Optional<Purchase> byId(PurchaseId id) {
    return purchases.find(id);
  }

  Optional<Purchase> bySession(String sessionId) {
    return purchases.findBySession(sessionId);
  }
}
