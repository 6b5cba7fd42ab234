package dev.agora.accounts.ownership;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An owner's half of linking a human to an agent, or of handing the agent over. */
@Service
class InviteHuman {

  private static final Duration LIFETIME = Duration.ofDays(7);

  private final JdbcAgents agents;
  private final JdbcInvitations invitations;
  private final AuditLog audit;
  private final Supplier<UUID> newIds;
  private final Clock clock;

  InviteHuman(
      JdbcAgents agents,
      JdbcInvitations invitations,
      AuditLog audit,
      Supplier<UUID> newIds,
      Clock clock) {
    this.agents = agents;
    this.invitations = invitations;
    this.audit = audit;
    this.newIds = newIds;
    this.clock = clock;
  }

  /** Empty if the human has no such agent. Whether somebody has the address makes no difference. */
  @Transactional
  Optional<Invitation> invite(AgentId agent, HumanId owner, String email, boolean asPrimary) {
    if (agents.lockOwned(agent, owner).isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Invitation invitation =
        new Invitation(
            "inv_" + newIds.get().toString().replace("-", ""),
            agent,
            JdbcHumans.key(email),
            asPrimary,
            owner,
            now,
            now.plus(LIFETIME));
    invitations.put(invitation);
    audit.record(
        Deed.of(Act.HUMAN_INVITED, agent.value(), invitation.id())
            .changing(Map.of(), Map.of("primary", Boolean.toString(asPrimary))));
    return Optional.of(invitation);
  }
}
