package dev.agora.ledger.statement;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How an agent's balance went, read at equal distances of time. */
@RestController
class BalanceHistoryController {

  private static final Duration BACK_DEFAULT = Duration.ofDays(30);
  private static final int READINGS_MIN = 2;
  private static final int READINGS_MAX = 100;

  private final ReadableAgents agents;
  private final JdbcPastBalances balances;
  private final Clock clock;

  BalanceHistoryController(ReadableAgents agents, JdbcPastBalances balances, Clock clock) {
    this.agents = agents;
    this.balances = balances;
    this.clock = clock;
  }

  /** An agent's balances, oldest first. */
  record BalanceHistory(String agent, List<PastBalance> items) {}

  /**
   * A balance as it was; what of it seasoned then, {@code /credits/balance?at=} tells.
   *
   * @param debt zero or above: what the agent owed
   */
  record PastBalance(
      Instant at,
      Credits available,
      Credits held,
      Credits frozen,
      Balance.Buckets buckets,
      Credits debt) {}

  /**
   * Reads the balance at equal distances, the first time at {@code from} and the last at {@code
   * to}.
   *
   * @param from 30 days before {@code to} unless it is given
   * @param to now unless it is given
   * @param readings 2 to 100
   */
  @GetMapping("/api/v1/credits/balance-history")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.CREDITS_READ)
  ResponseEntity<?> history(
      Caller caller,
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "12") int readings) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant last = to == null ? now : to;
    Instant first = from == null ? last.minus(BACK_DEFAULT) : from;
    return malformed(first, last, now, readings)
        .<ResponseEntity<?>>map(Problems::answer)
        .or(
            () ->
                agents
                    .find(caller, agent)
                    .map(
                        found ->
                            new BalanceHistory(
                                found.value(), balances.at(found, moments(first, last, readings))))
                    .map(ResponseEntity::ok))
        .orElseGet(BalanceController::notFound);
  }

  private static Optional<Problem> malformed(
      Instant first, Instant last, Instant now, int readings) {
    Problem wrong = Problem.of(CommonProblem.INVALID_REQUEST, "A parameter is wrong.");
    if (last.isAfter(now)) {
      return Optional.of(wrong.at("?to", "must not be in the future"));
    }
    if (first.isAfter(last)) {
      return Optional.of(wrong.at("?from", "must not be after the end"));
    }
    if (readings < READINGS_MIN || readings > READINGS_MAX) {
      return Optional.of(
          wrong.at("?readings", "must be between %d and %d".formatted(READINGS_MIN, READINGS_MAX)));
    }
    return Optional.empty();
  }

  private static List<Instant> moments(Instant first, Instant last, int readings) {
    Duration all = Duration.between(first, last);
    return IntStream.range(0, readings)
        .mapToObj(i -> first.plus(all.multipliedBy(i).dividedBy(readings - 1L)))
        .toList();
  }
}
