package dev.agora.billing.purchase;

/** What happens to a purchase over several services, moved with the current transaction. */
public interface PurchaseProcess {

  /** Starts it; it waits for the payment. */
  void start(Purchase purchase);

  /**
   * The payment is there: the credits follow.
   *
   * @return false if the process does not wait for it any more
   */
  boolean paid(PurchaseId id, Payment payment);

  /** There will be no payment that counts, for this reason. */
  void abandoned(PurchaseId id, String reason);
}
