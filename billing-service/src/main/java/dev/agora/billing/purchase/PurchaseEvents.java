package dev.agora.billing.purchase;

/** Tells others what became of a purchase, with the transaction that changed it. */
public interface PurchaseEvents {

  void changed(Purchase purchase);
}
