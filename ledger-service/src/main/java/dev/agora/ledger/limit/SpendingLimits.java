package dev.agora.ledger.limit;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent's limits as its owner set them; null is no limit.
 *
 * @param perPayment the largest amount of one payment or hold
 * @param daily the sum of a day, UTC
 * @param monthly the sum of a calendar month, UTC
 * @param allowed if there are any, nobody else is paid
 * @param blocked are not paid, even if they are allowed
 */
record SpendingLimits(
    @Nullable Credits perPayment,
    @Nullable Credits daily,
    @Nullable Credits monthly,
    List<AgentId> allowed,
    List<AgentId> blocked) {

  SpendingLimits {
    allowed = allowed.stream().distinct().sorted().toList();
    blocked = blocked.stream().distinct().sorted().toList();
  }
}
