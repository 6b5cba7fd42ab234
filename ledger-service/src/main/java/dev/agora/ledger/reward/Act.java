package dev.agora.ledger.reward;

import dev.agora.audit.Deed;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Operation;
import dev.agora.ledger.posting.PostingId;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An act that one operator has asked for and another one approves.
 *
 * @param agent whose credits an adjustment changes; null for other acts
 * @param reverses the transaction that an adjustment reverses; null for other acts
 * @param toAgent whether an adjustment gives to the agent or takes from it
 * @param transaction that it became; null until it is approved
 */
record Act(
    String id,
    ActKind kind,
    @Nullable AgentId agent,
    @Nullable String reverses,
    boolean toAgent,
    Credits amount,
    String reason,
    String requestedBy,
    Instant requestedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable String transaction) {

  boolean isPending() {
    return transaction == null;
  }

  /** As the audit log tells of it: of the agent, if it is about one. */
  Deed deed(dev.agora.audit.Act step) {
    Map<String, String> terms = new HashMap<>();
    terms.put("kind", kind.name());
    terms.put("amount", amount.toString());
    terms.put("direction", toAgent ? "CREDIT" : "DEBIT");
    if (reverses != null) {
      terms.put("reverses", reverses);
    }
    if (transaction != null) {
      terms.put("transaction", transaction);
    }
    Deed deed = agent == null ? Deed.ofActor(step, id) : Deed.of(step, agent.value(), id);
    return deed.changing(Map.of(), terms);
  }

  /** What it posts if it reverses nothing. */
  Operation posting() {
    PostingId posting = new PostingId(id);
    return switch (kind) {
      case REWARDS_FUNDING -> new Operation.FundRewards(posting, amount, reason);
      case FEE_CLOSING -> new Operation.CloseFees(posting, amount, reason);
      case ADJUSTMENT -> {
        AgentId whose = Objects.requireNonNull(agent);
        yield toAgent
            ? new Operation.Grant(posting, whose, amount, reason)
            : new Operation.Charge(posting, whose, amount, reason);
      }
    };
  }

  /** What it would add to the credits outside the platform as earned ones. */
  Credits moreEarned() {
    return kind == ActKind.REWARDS_FUNDING ? amount : Credits.ZERO;
  }

  /** The same as promotional ones. */
  Credits moreBought() {
    return kind == ActKind.ADJUSTMENT && toAgent ? amount : Credits.ZERO;
  }

  Act approved(String by, Instant at, String posted) {
    return new Act(
        id,
        kind,
        agent,
        reverses,
        toAgent,
        amount,
        reason,
        requestedBy,
        requestedAt,
        by,
        at,
        posted);
  }
}
