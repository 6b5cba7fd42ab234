package dev.agora.ledger.limit;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.agent.OwnedAgents;
import dev.agora.ledger.posting.Spent;
import dev.agora.ledger.problem.LedgerProblem;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What an agent may spend; only its owner asks and decides. */
@RestController
class LimitsController {

  private static final int COUNTERPARTIES_MAX = 1_000;

  private final OwnedAgents owned;
  private final JdbcControlledAgents agents;
  private final ChangeLimits changeLimits;
  private final Clock clock;

  LimitsController(
      OwnedAgents owned, JdbcControlledAgents agents, ChangeLimits changeLimits, Clock clock) {
    this.owned = owned;
    this.agents = agents;
    this.changeLimits = changeLimits;
    this.clock = clock;
  }

  /** Replaces all of them; what is absent is no limit. */
  record LimitsRequest(
      @Nullable Credits perPayment,
      @Nullable Credits daily,
      @Nullable Credits monthly,
      @Size(max = COUNTERPARTIES_MAX) @Nullable List<@NotNull String> allowed,
      @Size(max = COUNTERPARTIES_MAX) @Nullable List<@NotNull String> blocked) {}

  /**
   * The limits and what counts against them.
   *
   * @param spentToday since the start of the day, UTC
   * @param spentThisMonth since the start of the calendar month, UTC
   */
  record LimitsResponse(
      String agent,
      @Nullable Credits perPayment,
      @Nullable Credits daily,
      @Nullable Credits monthly,
      List<String> allowed,
      List<String> blocked,
      Credits spentToday,
      Credits spentThisMonth,
      Instant dayResetsAt,
      Instant monthResetsAt) {}

  @GetMapping("/api/v1/agents/{id}/limits")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> limits(Caller caller, @PathVariable String id) {
    return owned
        .find(caller, id)
        .flatMap(agent -> agents.find(agent, clock.instant()))
        .<ResponseEntity<?>>map(this::answer)
        .orElseGet(LimitsController::notFound);
  }

  @PutMapping("/api/v1/agents/{id}/limits")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> change(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody LimitsRequest request) {
    Optional<AgentId> agent = owned.find(caller, id);
    if (agent.isEmpty()) {
      return notFound();
    }
    Optional<Problem> wrong = malformed(request);
    if (wrong.isPresent()) {
      return Problems.answer(wrong.get());
    }
    SpendingLimits limits =
        new SpendingLimits(
            request.perPayment(),
            request.daily(),
            request.monthly(),
            ids(request.allowed()),
            ids(request.blocked()));
    return switch (changeLimits.change(agent.get(), limits, new VersionTag.Condition(ifMatch))) {
      case ChangeLimits.Result.Changed(var changed) -> answer(changed);
      case ChangeLimits.Result.Stale(var version) ->
          Problems.answer(
              Problem.of(
                  CommonProblem.STALE_VERSION,
                  "The limits have version " + VersionTag.of(version) + " now."));
      case ChangeLimits.Result.Closed() -> closed();
    };
  }

  static ResponseEntity<?> notFound() {
    return Problems.answer(
        Problem.of(LedgerProblem.AGENT_NOT_FOUND, "There is no such agent of yours."));
  }

  static ResponseEntity<?> closed() {
    return Problems.answer(
        Problem.of(LedgerProblem.AGENT_CLOSED, "A closed agent stays as it is."));
  }

  private ResponseEntity<?> answer(ControlledAgent agent) {
    Instant now = clock.instant();
    SpendingLimits limits = agent.limits();
    return ResponseEntity.ok()
        .eTag(VersionTag.of(agent.version()))
        .body(
            new LimitsResponse(
                agent.id().value(),
                limits.perPayment(),
                limits.daily(),
                limits.monthly(),
                limits.allowed().stream().map(AgentId::value).toList(),
                limits.blocked().stream().map(AgentId::value).toList(),
                agent.spent().today(),
                agent.spent().thisMonth(),
                Spent.dayEnds(now),
                Spent.monthEnds(now)));
  }

  private static Optional<Problem> malformed(LimitsRequest request) {
    List<String> wrong = new ArrayList<>();
    addMalformed("/allowed/", request.allowed(), wrong);
    addMalformed("/blocked/", request.blocked(), wrong);
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, "A field of the body is wrong.");
    for (String pointer : wrong) {
      problem = problem.at(pointer, "names no agent");
    }
    return Optional.of(problem);
  }

  private static void addMalformed(String pointer, @Nullable List<String> ids, List<String> wrong) {
    if (ids != null) {
      for (int index = 0; index < ids.size(); index++) {
        if (AgentId.parse(ids.get(index)).isEmpty()) {
          wrong.add(pointer + index);
        }
      }
    }
  }

  private static List<AgentId> ids(@Nullable List<String> ids) {
    return ids == null ? List.of() : ids.stream().map(AgentId::new).toList();
  }
}
