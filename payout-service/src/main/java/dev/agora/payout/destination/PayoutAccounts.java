package dev.agora.payout.destination;

import java.util.Optional;

/** The stored accounts. */
interface PayoutAccounts {

  Optional<PayoutAccount> ofHuman(String humanId);

  Optional<PayoutAccount> ofStripe(String stripeAccountId);

  /** Stores a new account, unless the person has one meanwhile; the one that counts is returned. */
  PayoutAccount keepFirst(String humanId, String stripeAccountId);

  void save(PayoutAccount account);
}
