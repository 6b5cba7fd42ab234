package dev.agora.ledger.account;

import java.util.Locale;

/** A place that credits or dollars are in; a journal entry changes the balance of exactly one. */
public sealed interface Account permits AgentAccount, PlatformAccount {

  /** What it counts. */
  Asset asset();

  /** As people read it: {@code agent/agt_…/earned}, {@code stripe/clearing}. */
  String path();

  /** Spendable credits of an agent; never below zero. */
  record AgentBucket(AgentId agent, Bucket bucket) implements AgentAccount {

    @Override
    public String path() {
      return "agent/" + agent + "/" + bucket.name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an agent owes; zero or below, and repaid first by every income. */
  record AgentDebt(AgentId agent) implements AgentAccount {

    @Override
    public String path() {
      return "agent/" + agent + "/debt";
    }
  }

  /** Credits of an agent that are set aside; never below zero. */
  record HoldBucket(HoldId hold, AgentId agent, Bucket bucket) implements AgentAccount {

    @Override
    public String path() {
      return "hold/" + hold + "/" + bucket.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Credits of an agent that a dispute has frozen; never below zero. */
  record FrozenBucket(DisputeId dispute, AgentId agent, Bucket bucket) implements AgentAccount {

    @Override
    public String path() {
      return "frozen/" + dispute + "/" + bucket.name().toLowerCase(Locale.ROOT);
    }
  }
}
