package dev.agora.accounts.ownership;

import dev.agora.accounts.agent.Agent;
import dev.agora.accounts.agent.AgentEvents;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invited human's half: only both together link them, or change the owner. The agent's keys
 * stay what they are, so that it goes on working; a new owner revokes those that others may know.
 */
@Service
class AcceptInvitation {

  private final JdbcInvitations invitations;
  private final JdbcAgents agents;
  private final JdbcAgentHumans links;
  private final AgentEvents events;
  private final AuditLog audit;
  private final Clock clock;

  AcceptInvitation(
      JdbcInvitations invitations,
      JdbcAgents agents,
      JdbcAgentHumans links,
      AgentEvents events,
      AuditLog audit,
      Clock clock) {
    this.invitations = invitations;
    this.agents = agents;
    this.links = links;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** The agent; empty if there is no such invitation, or its sender is not the owner any more. */
  @Transactional
  Optional<Agent> accept(String id, Human human) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // The agent first, as whoever invites does, so that the two do not wait for each other.
    Optional<Agent> locked = invitations.agentOf(id).flatMap(agents::lock);
    return locked.flatMap(
        agent ->
            invitations
                .take(id, JdbcHumans.key(human.email()), now)
                .filter(invitation -> invitation.invitedBy().equals(agent.owner()))
                .map(invitation -> accept(invitation, agent, human.id(), now)));
  }

  private Agent accept(Invitation invitation, Agent agent, HumanId human, Instant now) {
    String id = agent.id().value();
    links.link(agent.id(), human, now);
    audit.record(Deed.of(Act.HUMAN_LINKED, id, human.value()));
    if (!invitation.asPrimary() || invitation.invitedBy().equals(human)) {
      return agent;
    }
    links.makePrimary(agent.id(), human);
    Agent handedOver = agent.claimedBy(human);
    agents.changeVersion(handedOver);
    events.changed(handedOver, now);
    Deed deed =
        Deed.of(Act.OWNER_CHANGED, id, id)
            .changing(
                Map.of("owner", invitation.invitedBy().value()), Map.of("owner", human.value()));
    audit.record(deed);
    // The one before reads it too, whose agent it is no more.
    audit.record(
        Deed.of(Act.OWNER_CHANGED, invitation.invitedBy().value(), id)
            .changing(deed.before(), deed.after()));
    return handedOver;
  }
}
