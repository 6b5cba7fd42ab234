package dev.agora.ledger.statement;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What of an agent's earnings converts now, and what does when. */
@RestController
class SeasoningController {

  private final ReadableAgents agents;
  private final JdbcBalances balances;

  SeasoningController(ReadableAgents agents, JdbcBalances balances) {
    this.agents = agents;
    this.balances = balances;
  }

  /**
   * An agent's earned credits.
   *
   * @param convertible now
   * @param seasoning do not convert yet
   * @param items the same by when they do, soonest first: one for each hour in which some were
   *     earned
   */
  record Seasoning(
      String agent,
      Credits convertible,
      Credits seasoning,
      List<SeasoningCredits> items,
      Instant asOf) {}

  /** Credits that convert from an instant on. */
  record SeasoningCredits(Credits credits, Instant convertibleAt) {}

  @GetMapping("/api/v1/credits/seasoning")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.CREDITS_READ,
      delegated = true)
  ResponseEntity<?> seasoning(
      Caller caller, @RequestParam(required = false) @Nullable String agent) {
    return agents
        .find(caller, agent)
        .flatMap(this::read)
        .<ResponseEntity<?>>map(ResponseEntity::ok)
        .orElseGet(BalanceController::notFound);
  }

  /** Two reads: what is earned between them seasons, so that it is counted there. */
  private Optional<Seasoning> read(AgentId agent) {
    return balances
        .find(agent)
        .map(
            balance -> {
              List<SeasoningCredits> items = balances.seasoning(agent, balance.asOf());
              Credits sum =
                  items.stream().map(SeasoningCredits::credits).reduce(Credits.ZERO, Credits::plus);
              return new Seasoning(
                  balance.agent(), balance.convertible(), sum, items, balance.asOf());
            });
  }
}
