package dev.agora.ledger.limit;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Spent;
import dev.agora.money.Credits;

/**
 * An agent with all that decides about its status and limits.
 *
 * @param version of its limits, from 0
 * @param statusVersion counts the changes of its status, from 0
 * @param spent in the day and month that now is
 * @param expected open holds that name it as payee
 */
record ControlledAgent(
    AgentId id,
    AgentStatus status,
    long statusVersion,
    long version,
    SpendingLimits limits,
    Spent spent,
    Left left,
    long expected) {

  /** What keeps an agent from being closed. */
  record Left(Credits available, Credits held, Credits frozen, Credits debt) {

    boolean isNothing() {
      return available.isZero() && held.isZero() && frozen.isZero() && debt.isZero();
    }
  }

  boolean canBeClosed() {
    return left.isNothing() && expected == 0;
  }
}
