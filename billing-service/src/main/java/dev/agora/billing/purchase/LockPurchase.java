package dev.agora.billing.purchase;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a purchase as it is until the caller's transaction ends. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LockPurchase {

  private final Purchases purchases;

  LockPurchase(Purchases purchases) {
    this.purchases = purchases;
  }

  /** A person's own purchase; empty for anybody else's. */
  public Optional<Purchase> ofHuman(String humanId, String purchaseId) {
    return PurchaseId.parse(purchaseId)
        .flatMap(purchases::lock)
        .filter(purchase -> purchase.humanId().equals(humanId));
  }

  public Optional<Purchase> byId(PurchaseId id) {
    return purchases.lock(id);
  }
}
