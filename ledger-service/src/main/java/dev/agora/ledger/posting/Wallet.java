package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's credits after its latest entry, and what the rules need to know about the agent.
 *
 * @param owner null if nobody has claimed the agent
 * @param lots the spendable credits
 * @param debt zero or below
 * @param held in open holds
 * @param frozen in open disputes
 * @param version the number of entries of this agent's accounts and holds so far
 * @param changedAt of the latest of them
 * @param limits of its owner
 * @param spent in the day and month of its latest entry
 */
public record Wallet(
    AgentId agent,
    @Nullable OwnerId owner,
    AgentStatus status,
    Lots lots,
    Credits debt,
    Credits held,
    Credits frozen,
    long version,
    Instant changedAt,
    Limits limits,
    Spent spent) {

  public Wallet {
    if (debt.isPositive() || held.isNegative() || frozen.isNegative() || version < 0) {
      throw new IllegalStateException("a wallet beyond its floors: " + agent);
    }
  }

  /** What the agent may spend. */
  public Credits available() {
    return lots.total();
  }

  /** Whether both agents have an owner and the owners differ, so that payments arrive as earned. */
  boolean isOfOtherOwnerThan(Wallet other) {
    return owner != null && other.owner != null && !owner.equals(other.owner);
  }

  /** What of its spending counts against limits at that instant. */
  Spent spentAt(Instant now) {
    return spent.at(changedAt, now);
  }

  Wallet withLots(Lots changed) {
    return with(changed, debt, held, frozen);
  }

  Wallet withDebt(Credits changed) {
    return with(lots, changed, held, frozen);
  }

  Wallet withHeld(Credits changed) {
    return with(lots, debt, changed, frozen);
  }

  Wallet withFrozen(Credits changed) {
    return with(lots, debt, held, changed);
  }

  Wallet afterEntry(Instant at) {
    return new Wallet(
        agent, owner, status, lots, debt, held, frozen, version + 1, at, limits, spentAt(at));
  }

  /** Counts an amount against the limits, after the entries of its transaction. */
  Wallet spending(Credits amount) {
    return new Wallet(
        agent,
        owner,
        status,
        lots,
        debt,
        held,
        frozen,
        version,
        changedAt,
        limits,
        spent.plus(amount));
  }

  private Wallet with(Lots nowLots, Credits nowDebt, Credits nowHeld, Credits nowFrozen) {
    return new Wallet(
        agent, owner, status, nowLots, nowDebt, nowHeld, nowFrozen, version, changedAt, limits,
        spent);
  }
}
