package dev.agora.billing.dispute;

import dev.agora.money.Usd;

/** What happens to a dispute over several services, moved with the current transaction. */
public interface DisputeProcess {

  /** Starts it: the credits are frozen, then it waits for the bank. */
  void start(Dispute dispute);

  /**
   * The bank has decided.
   *
   * @param fee that Stripe keeps for the dispute
   * @return false if the process does not wait for that yet, or any more
   */
  boolean decided(Dispute dispute, Verdict verdict, Usd fee);

  /**
   * The bank has decided something that is not handled: the process is parked for an operator.
   *
   * @return false if the process does not wait for the bank yet, or any more
   */
  boolean handOver(Dispute dispute, String reason);
}
