package dev.agora.billing.topup;

import java.util.Collection;
import java.util.Optional;

/** What billing knows of agents' credits; a local copy that follows the ledger. */
public interface Balances {

  /** Takes in what is newer than what is known, and which purchases it holds. */
  void learn(Collection<Balance> news, Collection<String> purchaseTransactions);

  /** Empty if nothing was ever heard of the agent. */
  Optional<Balance> of(String agentId);

  /** Whether the balances hold that purchase's credits. */
  boolean contain(String purchaseTransaction);
}
