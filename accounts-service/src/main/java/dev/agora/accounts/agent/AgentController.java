package dev.agora.accounts.agent;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.agent.CreateAgentResult.Created;
import dev.agora.accounts.agent.CreateAgentResult.TooManyAgents;
import dev.agora.accounts.credential.IssuedCredential;
import dev.agora.accounts.human.HumanId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A human's agents. */
@RestController
class AgentController {

  private final CreateAgent createAgent;
  private final ChangeAgent changeAgent;
  private final JdbcAgents agents;

  AgentController(CreateAgent createAgent, ChangeAgent changeAgent, JdbcAgents agents) {
    this.createAgent = createAgent;
    this.changeAgent = changeAgent;
    this.agents = agents;
  }

  record CreateRequest(
      @NotBlank
          @Size(max = 100)
          @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
          String name,
      @Size(max = 2000) @Nullable String description) {}

  record ChangeRequest(
      @Size(max = 100)
          @Pattern(
              regexp = "\\P{Cntrl}*\\S\\P{Cntrl}*",
              message = "must not be blank or contain control characters")
          @Nullable String name,
      @Size(max = 2000) @Nullable String description) {}

  record CreatedResponse(AgentResponse agent, String key) {

    /** Never the key. */
    @Override
    public String toString() {
      return "agent " + agent.id();
    }
  }

  @PostMapping("/api/v1/agents")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> create(Caller caller, @Valid @RequestBody CreateRequest request) {
    HumanId owner = new HumanId(caller.id());
    return switch (createAgent.create(owner, request.name(), request.description())) {
      case Created(Agent agent, IssuedCredential key) ->
          ResponseEntity.created(URI.create("/api/v1/agents/" + agent.id()))
              .body(new CreatedResponse(AgentResponse.of(agent), key.text()));
      case TooManyAgents(int max) ->
          Problems.answer(
              Problem.of(AccountsProblem.TOO_MANY_AGENTS, "One human may own " + max + " agents."));
    };
  }

  @GetMapping("/api/v1/agents")
  @AllowedTo(Role.HUMAN)
  Page<AgentResponse> list(Caller caller, PageRequest page) {
    List<AgentResponse> fetched =
        agents.linkedTo(new HumanId(caller.id()), page.after(), page.fetchLimit()).stream()
            .map(AgentResponse::of)
            .toList();
    return page.pageOf(fetched, AgentResponse::id);
  }

  @GetMapping("/api/v1/agents/{id}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> find(Caller caller, @PathVariable String id) {
    return answer(
        AgentId.parse(id)
            .filter(agent -> agents.isLinked(agent, new HumanId(caller.id())))
            .flatMap(agents::find));
  }

  @PatchMapping("/api/v1/agents/{id}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> change(
      Caller caller, @PathVariable String id, @Valid @RequestBody ChangeRequest request) {
    return answer(
        AgentId.parse(id)
            .flatMap(
                agent ->
                    changeAgent.change(
                        agent, new HumanId(caller.id()), request.name(), request.description())));
  }

  private static ResponseEntity<?> answer(Optional<Agent> agent) {
    return agent
        .<ResponseEntity<?>>map(found -> ResponseEntity.ok(AgentResponse.of(found)))
        .orElseGet(
            () -> Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such agent.")));
  }
}
