package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's owner lets it spend; null is no limit.
 *
 * @param perPayment the largest amount of one payment or hold
 * @param daily the sum of a day, UTC
 * @param monthly the sum of a calendar month, UTC
 * @param onlyAllowed whether it may pay nobody else than those that are allowed
 * @param allowed of those whom the postings at hand name
 * @param blocked of those whom the postings at hand name
 */
public record Limits(
    @Nullable Credits perPayment,
    @Nullable Credits daily,
    @Nullable Credits monthly,
    boolean onlyAllowed,
    Set<AgentId> allowed,
    Set<AgentId> blocked) {

  public static final Limits NONE = new Limits(null, null, null, false, Set.of(), Set.of());

  public Limits {
    allowed = Set.copyOf(allowed);
    blocked = Set.copyOf(blocked);
  }

  boolean permit(AgentId payee) {
    return !blocked.contains(payee) && (!onlyAllowed || allowed.contains(payee));
  }
}
