package dev.agora.ledger.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.agent.OwnedAgents;
import dev.agora.ledger.problem.LedgerProblem;
import dev.agora.money.Credits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an owner's agents spend and earn, and what the platform turns over. */
@RestController
class AnalyticsController {

  private final OwnedAgents owned;
  private final AgentAnalytics agents;
  private final PlatformAnalytics platform;
  private final Clock clock;

  AnalyticsController(
      OwnedAgents owned, AgentAnalytics agents, PlatformAnalytics platform, Clock clock) {
    this.owned = owned;
    this.agents = agents;
    this.platform = platform;
    this.clock = clock;
  }

  /**
   * A bar of a chart and a row of the table under it.
   *
   * @param label the values that the sum is of
   * @param fees part of what was spent, or taken from what was earned before it arrived
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String label,
      @Nullable String agent,
      @Nullable String day,
      @Nullable String kind,
      @Nullable String counterparty,
      Credits credits,
      Credits fees,
      long count) {

    static Item of(Sum sum, List<Dimension> by) {
      return new Item(
          String.join(", ", sum.group()),
          value(sum, by, Dimension.AGENT),
          value(sum, by, Dimension.DAY),
          value(sum, by, Dimension.KIND),
          value(sum, by, Dimension.COUNTERPARTY),
          sum.credits(),
          sum.fees(),
          sum.count());
    }

    private static @Nullable String value(Sum sum, List<Dimension> by, Dimension dimension) {
      int index = by.indexOf(dimension);
      return index < 0 ? null : sum.group().get(index);
    }
  }

  record Answer(
      LocalDate from,
      LocalDate to,
      List<String> by,
      List<Item> items,
      @Nullable String nextCursor,
      Totals totals) {}

  @GetMapping("/api/v1/analytics/spending")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> spending(
      Caller caller,
      PageRequest page,
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable List<String> by) {
    return answer(Flow.SPENDING, caller, page, agent, period(from, to), Parameters.by(by));
  }

  @GetMapping("/api/v1/analytics/earnings")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> earnings(
      Caller caller,
      PageRequest page,
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable List<String> by) {
    return answer(Flow.EARNINGS, caller, page, agent, period(from, to), Parameters.by(by));
  }

  @GetMapping("/api/v1/analytics/platform")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> platform(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return ResponseEntity.ok(platform.figures(period(from, to)));
  }

  private ResponseEntity<?> answer(
      Flow flow,
      Caller caller,
      PageRequest page,
      @Nullable String agent,
      Period period,
      List<Dimension> by) {
    List<String> after = Parameters.after(page, by);
    Optional<AgentId> one = agent == null ? Optional.empty() : owned.find(caller, agent);
    if (agent != null && one.isEmpty()) {
      return Problems.answer(
          Problem.of(LedgerProblem.AGENT_NOT_FOUND, "There is no such agent of yours."));
    }
    Question question = new Question(new OwnerId(caller.id()), one.orElse(null), flow, period, by);
    AgentAnalytics.Answer found = agents.answer(question, after, page.fetchLimit());
    Page<Sum> sums = page.pageOf(found.sums(), sum -> Parameters.positionOf(sum.group()));
    return ResponseEntity.ok(
        new Answer(
            period.from(),
            period.to(),
            by.stream().map(dimension -> dimension.name().toLowerCase(Locale.ROOT)).toList(),
            sums.items().stream().map(sum -> Item.of(sum, by)).toList(),
            sums.nextCursor(),
            found.totals()));
  }

  private Period period(@Nullable String from, @Nullable String to) {
    return Parameters.period(from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
