package dev.agora.payout.destination;

import java.time.Instant;

/** Tells owners that their dollars go elsewhere, with the transaction that changes it. */
public interface DestinationEvents {

  /** What was changed. */
  enum Reason {
    /** Another account, asked for through Agora. */
    REPLACED,
    /** Another bank account behind the same account, on Stripe's pages. */
    BANK_ACCOUNT_CHANGED
  }

  /**
   * The destination was changed.
   *
   * @param restsUntil before which nothing new goes there
   */
  void changed(String humanId, Reason reason, Instant restsUntil);
}
