package dev.agora.ledger.journal;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentAccount;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PlatformAccount;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The numbers under which the tables know the accounts of one batch. */
record AccountIds(
    Map<AgentId, Long> wallets,
    Map<HoldId, Long> holds,
    Map<DisputeId, Long> disputes,
    Map<PlatformAccount, Long> platform) {

  /** Whose version counts the entries of that account. */
  long holderOf(Account account) {
    return switch (account) {
      case AgentAccount ofAgent -> of(ofAgent.agent());
      case PlatformAccount ofPlatform -> of(ofPlatform);
    };
  }

  long of(Account account) {
    return switch (account) {
      case Account.HoldBucket inHold -> of(inHold.hold());
      case Account.FrozenBucket frozen -> of(frozen.dispute());
      case AgentAccount ofAgent -> of(ofAgent.agent());
      case PlatformAccount ofPlatform -> of(ofPlatform);
    };
  }

  long of(AgentId agent) {
    return Objects.requireNonNull(wallets.get(agent));
  }

  long of(HoldId hold) {
    return Objects.requireNonNull(holds.get(hold));
  }

  long of(DisputeId dispute) {
    return Objects.requireNonNull(disputes.get(dispute));
  }

  @Nullable Long ofNullable(@Nullable AgentId agent) {
    return agent == null ? null : wallets.get(agent);
  }

  private long of(PlatformAccount account) {
    return Objects.requireNonNull(platform.get(account));
  }
}
