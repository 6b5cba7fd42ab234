package dev.agora.payout.destination;

import java.time.Instant;
import java.util.Optional;

/** The stored accounts. */
interface PayoutAccounts {

  Optional<PayoutAccount> ofHuman(String humanId);

  Optional<PayoutAccount> ofStripe(String stripeAccountId);

  /** Stores a new account, unless the person has one meanwhile; the one that counts is returned. */
  PayoutAccount keepFirst(String humanId, String stripeAccountId);

  /** How many accounts the person had before the one that counts. */
  int earlier(String humanId);

  /**
   * Lets another account count from now on; false, and nothing changes, if the old one does not
   * count any more.
   */
  boolean replace(PayoutAccount old, String stripeAccountId, Instant restsUntil);

  /** Nothing new goes to it before then. */
  void rest(String stripeAccountId, Instant until);

  /** Stores what Stripe says of it, whether or not it is the one that counts. */
  void save(PayoutAccount account);
}
