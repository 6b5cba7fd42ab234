package dev.agora.ledger.statement;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.problem.LedgerProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What agents have. */
@RestController
class BalanceController {

  private final ReadableAgents agents;
  private final JdbcBalances balances;
  private final JdbcPastBalances pastBalances;
  private final Clock clock;

  BalanceController(
      ReadableAgents agents, JdbcBalances balances, JdbcPastBalances pastBalances, Clock clock) {
    this.agents = agents;
    this.balances = balances;
    this.pastBalances = pastBalances;
    this.clock = clock;
  }

  @GetMapping("/api/v1/credits/balance")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.CREDITS_READ)
  ResponseEntity<?> balance(
      Caller caller,
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam(required = false) @Nullable Instant at) {
    if (at != null && at.isAfter(clock.instant())) {
      return Problems.answer(
          Problem.of(CommonProblem.INVALID_REQUEST, "A parameter is wrong.")
              .at("?at", "must not be in the future"));
    }
    return agents
        .find(caller, agent)
        .flatMap(found -> at == null ? balances.find(found) : pastBalances.find(found, at))
        .<ResponseEntity<?>>map(ResponseEntity::ok)
        .orElseGet(BalanceController::notFound);
  }

  /** All agents of the human who calls, newest first: one call instead of two for each of them. */
  @GetMapping("/api/v1/credits/balances")
  @AllowedTo(Role.HUMAN)
  Page<Funds> balances(Caller caller, PageRequest page) {
    String after = page.after();
    if (after != null && AgentId.parse(after).isEmpty()) {
      throw PageRequest.invalidCursor();
    }
    List<Funds> found = balances.ofOwner(new OwnerId(caller.id()), after, page.fetchLimit());
    return page.pageOf(found, funds -> funds.balance().agent());
  }

  static ResponseEntity<?> notFound() {
    return Problems.answer(
        Problem.of(LedgerProblem.AGENT_NOT_FOUND, "There is no such agent of yours.")
            .withRemedy("A human names one of its own agents with ?agent=."));
  }
}
