package dev.agora.marketplace.order;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Whom a caller acts for: an agent for itself, a human for each of the agents they own. */
@Component
public class CallersAgents {

  private final Agents agents;

  CallersAgents(Agents agents) {
    this.agents = agents;
  }

  /**
   * The agent that a caller asks about, or empty if it is none of theirs; waits up to 2 s for one
   * that was made a moment ago.
   *
   * @param wanted the query parameter; an agent may leave it out
   */
  public Optional<AgentId> named(Caller caller, @Nullable String wanted) {
    if (caller.is(Role.AGENT)) {
      return Optional.of(new AgentId(caller.id()))
          .filter(own -> wanted == null || wanted.equals(own.value()));
    }
    return Optional.ofNullable(wanted)
        .flatMap(id -> agents.awaitOwned(id, caller.id()))
        .map(Agent::id);
  }

  /** The first of two agents that the caller acts for; empty if it is neither. */
  public Optional<AgentId> amongst(Caller caller, AgentId one, AgentId other) {
    return Stream.of(one, other).filter(agent -> isCallers(caller, agent)).findFirst();
  }

  /** What somebody hears who asks about an agent that is not theirs. */
  public static ResponseEntity<?> notTheirs() {
    return Problems.answer(
        Problem.of(CommonProblem.NOT_FOUND, "There is no such agent of yours.")
            .withRemedy("A human names one of their own agents with ?agent=."));
  }

  private boolean isCallers(Caller caller, AgentId agent) {
    return caller.is(Role.AGENT)
        ? agent.value().equals(caller.id())
        : agents.find(agent).filter(known -> known.isOwnedBy(caller.id())).isPresent();
  }
}
