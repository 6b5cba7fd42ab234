package dev.agora.accounts.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.AgentResponse;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I, for humans and agents. */
@RestController
class MeController {

  private final JdbcHumans humans;
  private final JdbcAgents agents;

  MeController(JdbcHumans humans, JdbcAgents agents) {
    this.humans = humans;
    this.agents = agents;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeResponse(
      String kind,
      String id,
      List<String> roles,
      List<String> scopes,
      @Nullable MyAccount human,
      @Nullable AgentResponse agent) {}

  record MyAccount(String id, String email, String name, Instant createdAt) {}

  @GetMapping("/api/v1/me")
  @AllowedTo({Role.HUMAN, Role.AGENT})
  ResponseEntity<?> me(Caller caller) {
    Optional<MeResponse> me = caller.is(Role.AGENT) ? agent(caller) : human(caller);
    return me.<ResponseEntity<?>>map(ResponseEntity::ok)
        .orElseGet(
            () -> Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "You are not known here.")));
  }

  private Optional<MeResponse> human(Caller caller) {
    return humans
        .find(new HumanId(caller.id()))
        .map(
            human ->
                new MeResponse(
                    "HUMAN",
                    caller.id(),
                    roles(caller),
                    List.of(),
                    new MyAccount(
                        human.id().value(), human.email(), human.name(), human.createdAt()),
                    null));
  }

  private Optional<MeResponse> agent(Caller caller) {
    return AgentId.parse(caller.id())
        .flatMap(agents::find)
        .map(
            agent ->
                new MeResponse(
                    "AGENT",
                    caller.id(),
                    roles(caller),
                    caller.scopes().stream().map(Scope::wireName).sorted().toList(),
                    null,
                    AgentResponse.of(agent)));
  }

  private static List<String> roles(Caller caller) {
    return caller.roles().stream().map(Role::name).sorted().toList();
  }
}
