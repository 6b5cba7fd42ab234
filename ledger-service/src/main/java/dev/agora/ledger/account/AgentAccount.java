package dev.agora.ledger.account;

/** An account whose credits belong to an agent, set aside or not. */
public sealed interface AgentAccount extends Account
    permits Account.AgentBucket, Account.AgentDebt, Account.HoldBucket, Account.FrozenBucket {

  /** Whose credits these are, and whose history shows the change. */
  AgentId agent();

  @Override
  default Asset asset() {
    return Asset.CREDIT;
  }
}
