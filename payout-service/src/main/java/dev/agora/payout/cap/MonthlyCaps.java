package dev.agora.payout.cap;

import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.payout.cap.CapCounter.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reserves a conversion under the caps of its agent and of its owner, both or neither. */
@Service
@Transactional
public class MonthlyCaps {

  private final CapCounter counter;
  private final Economy economy;
  private final InstantSource clock;

  MonthlyCaps(CapCounter counter, Economy economy, InstantSource clock) {
    this.counter = counter;
    this.economy = economy;
    this.clock = clock;
  }

  /** Reserves in the month that it is now, in UTC. */
  public CapResult reserve(String agentId, String ownerId, Credits amount) {
    YearMonth month = month();
    if (!counter.add(Kind.AGENT, agentId, month, amount, economy.conversionMaxPerAgent())) {
      return new CapResult.Exceeded(limit(Kind.AGENT, agentId, month));
    }
    // Agents before owners, always, so that no two transactions wait for each other.
    if (!counter.add(Kind.OWNER, ownerId, month, amount, economy.conversionMaxPerOwner())) {
      counter.subtract(Kind.AGENT, agentId, month, amount);
      return new CapResult.Exceeded(limit(Kind.OWNER, ownerId, month));
    }
    return new CapResult.Reserved(month);
  }

  /** Gives back what a conversion reserved that certainly failed; the caller says so only once. */
  public void giveBack(String agentId, String ownerId, YearMonth month, Credits amount) {
    counter.subtract(Kind.AGENT, agentId, month, amount);
    counter.subtract(Kind.OWNER, ownerId, month, amount);
  }

  /** What an agent had reserved counts for another one of the same owner from now on. */
  public void carryOver(String fromAgent, String toAgent, YearMonth month, Credits amount) {
    if (!fromAgent.equals(toAgent)) {
      counter.subtract(Kind.AGENT, fromAgent, month, amount);
      counter.add(Kind.AGENT, toAgent, month, amount, Credits.MAX);
    }
  }

  public CapLimit agentLimit(String agentId) {
    return limit(Kind.AGENT, agentId, month());
  }

  public CapLimit ownerLimit(String ownerId) {
    return limit(Kind.OWNER, ownerId, month());
  }

  private YearMonth month() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  private CapLimit limit(Kind kind, String subjectId, YearMonth month) {
    Credits max =
        switch (kind) {
          case AGENT -> economy.conversionMaxPerAgent();
          case OWNER -> economy.conversionMaxPerOwner();
        };
    String name =
        switch (kind) {
          case AGENT -> "conversion_month_agent";
          case OWNER -> "conversion_month_owner";
        };
    Credits used = counter.used(kind, subjectId, month);
    Instant resetsAt = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new CapLimit(name, max, used, max.minus(used), resetsAt);
  }
}
