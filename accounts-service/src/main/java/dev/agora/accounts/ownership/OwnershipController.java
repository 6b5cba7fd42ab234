package dev.agora.accounts.ownership;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.agent.AgentResponse;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.ownership.RegisterAgent.Registered;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Agents that register themselves, and the humans who claim them. */
@RestController
class OwnershipController {

  private final RegisterAgent registerAgent;
  private final ClaimAgent claimAgent;

  OwnershipController(RegisterAgent registerAgent, ClaimAgent claimAgent) {
    this.registerAgent = registerAgent;
    this.claimAgent = claimAgent;
  }

  record RegisterRequest(
      @NotBlank
          @Size(max = 100)
          @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
          String name,
      @Size(max = 2000) @Nullable String description) {}

  record RegisteredResponse(AgentResponse agent, String key, String claimCode) {

    /** Never the secrets. */
    @Override
    public String toString() {
      return "agent " + agent.id();
    }
  }

  record ClaimRequest(@NotNull @Size(max = 200) String code) {

    /** Never the code. */
    @Override
    public String toString() {
      return "claim";
    }
  }

  record ClaimedResponse(AgentResponse agent) {}

  @PostMapping("/api/v1/agents/register")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> register(@Valid @RequestBody RegisterRequest request) {
    Registered registered = registerAgent.register(request.name(), request.description());
    return ResponseEntity.created(URI.create("/api/v1/agents/" + registered.agent().id()))
        .body(
            new RegisteredResponse(
                AgentResponse.of(registered.agent()), registered.key(), registered.claimCode()));
  }

  @PostMapping("/api/v1/agents/claim")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> claim(Caller caller, @Valid @RequestBody ClaimRequest request) {
    return claimAgent
        .claim(request.code().strip(), new HumanId(caller.id()))
        .<ResponseEntity<?>>map(
            agent -> ResponseEntity.ok(new ClaimedResponse(AgentResponse.of(agent))))
        .orElseGet(
            () ->
                Problems.answer(
                    Problem.of(AccountsProblem.WRONG_CLAIM_CODE, "No agent waits for this code.")
                        .at("/code", "is wrong or was used")));
  }
}
