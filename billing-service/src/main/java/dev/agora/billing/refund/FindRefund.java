package dev.agora.billing.refund;

import dev.agora.billing.purchase.FindPurchase;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.http.page.FreshIds;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads refunds. */
@Service
public class FindRefund {

  private final FindPurchase findPurchase;
  private final Refunds refunds;

  FindRefund(FindPurchase findPurchase, Refunds refunds) {
    this.findPurchase = findPurchase;
    this.refunds = refunds;
  }

  /** The latest refund of a purchase. */
  public Optional<Refund> ofPurchase(PurchaseId purchase) {
    return refunds.latestOf(purchase);
  }

  /** The latest refund of a person's own purchase; empty for anybody else's. */
  Optional<Refund> ofHuman(String humanId, String purchaseId) {
    return findPurchase
        .ofHuman(humanId, purchaseId)
        .flatMap(purchase -> refunds.latestOf(purchase.id()));
  }

  /** Waits a moment for the ledger's word; empty if it takes longer. */
  Optional<Refund> awaitReserved(RefundId id) {
    return FreshIds.await(
        () -> refunds.find(id).filter(refund -> refund.status() != RefundStatus.REQUESTED));
  }
}
