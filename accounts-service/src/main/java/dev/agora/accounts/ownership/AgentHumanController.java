package dev.agora.accounts.ownership;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.AgentResponse;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The humans of an agent: one invites, the other one accepts. */
@RestController
class AgentHumanController {

  private final JdbcAgents agents;
  private final JdbcAgentHumans links;
  private final JdbcInvitations invitations;
  private final JdbcHumans humans;
  private final InviteHuman inviteHuman;
  private final AcceptInvitation acceptInvitation;
  private final UnlinkHuman unlinkHuman;
  private final Clock clock;

  AgentHumanController(
      JdbcAgents agents,
      JdbcAgentHumans links,
      JdbcInvitations invitations,
      JdbcHumans humans,
      InviteHuman inviteHuman,
      AcceptInvitation acceptInvitation,
      UnlinkHuman unlinkHuman,
      Clock clock) {
    this.agents = agents;
    this.links = links;
    this.invitations = invitations;
    this.humans = humans;
    this.inviteHuman = inviteHuman;
    this.acceptInvitation = acceptInvitation;
    this.unlinkHuman = unlinkHuman;
    this.clock = clock;
  }

  record InviteRequest(@NotNull @Size(max = 254) String email, @Nullable Boolean primary) {}

  record LinkedHuman(String human, String name, boolean primary, Instant linkedAt) {}

  record InvitationResponse(
      String id, String agent, boolean primary, String invitedBy, Instant expiresAt) {

    static InvitationResponse of(Invitation invitation) {
      return new InvitationResponse(
          invitation.id(),
          invitation.agent().value(),
          invitation.asPrimary(),
          invitation.invitedBy().value(),
          invitation.expiresAt());
    }
  }

  @GetMapping("/api/v1/agents/{id}/humans")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> list(Caller caller, @PathVariable String id) {
    Optional<AgentId> agent =
        AgentId.parse(id).filter(it -> agents.isLinked(it, new HumanId(caller.id())));
    if (agent.isEmpty()) {
      return noSuchThing();
    }
    List<LinkedHuman> linked =
        links.of(agent.get()).stream()
            .map(it -> new LinkedHuman(it.human(), it.name(), it.primary(), it.linkedAt()))
            .toList();
    return ResponseEntity.ok(new Page<>(linked, null));
  }

  @PostMapping("/api/v1/agents/{id}/humans")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> invite(
      Caller caller, @PathVariable String id, @Valid @RequestBody InviteRequest request) {
    boolean asPrimary = Boolean.TRUE.equals(request.primary());
    return AgentId.parse(id)
        .flatMap(
            agent ->
                inviteHuman.invite(agent, new HumanId(caller.id()), request.email(), asPrimary))
        .<ResponseEntity<?>>map(
            invitation ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(InvitationResponse.of(invitation)))
        .orElseGet(AgentHumanController::noSuchThing);
  }

  @DeleteMapping("/api/v1/agents/{id}/humans/{human}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> unlink(Caller caller, @PathVariable String id, @PathVariable String human) {
    Optional<AgentId> agent = AgentId.parse(id);
    if (agent.isEmpty()) {
      return noSuchThing();
    }
    return switch (unlinkHuman.unlink(agent.get(), human, new HumanId(caller.id()))) {
      case UNLINKED -> ResponseEntity.noContent().build();
      case NOT_FOUND -> noSuchThing();
      case IS_OWNER ->
          Problems.answer(
              Problem.of(AccountsProblem.IS_OWNER, "The owner stays.")
                  .withRemedy("Hand the agent over: invite somebody as primary."));
    };
  }

  @GetMapping("/api/v1/agents/invitations")
  @AllowedTo(Role.HUMAN)
  Page<InvitationResponse> listInvitations(Caller caller, PageRequest page) {
    List<InvitationResponse> found =
        humans
            .find(new HumanId(caller.id()))
            .map(
                human ->
                    invitations.to(
                        JdbcHumans.key(human.email()),
                        clock.instant(),
                        page.after(),
                        page.fetchLimit()))
            .orElse(List.of())
            .stream()
            .map(InvitationResponse::of)
            .toList();
    return page.pageOf(found, InvitationResponse::id);
  }

  @PostMapping("/api/v1/agents/invitations/{id}/accept")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> accept(Caller caller, @PathVariable String id) {
    return humans
        .find(new HumanId(caller.id()))
        .flatMap(human -> acceptInvitation.accept(id, human))
        .<ResponseEntity<?>>map(agent -> ResponseEntity.ok(AgentResponse.of(agent)))
        .orElseGet(AgentHumanController::noSuchThing);
  }

  private static ResponseEntity<?> noSuchThing() {
    return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such thing of yours."));
  }
}
