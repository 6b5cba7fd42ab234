package dev.agora.accounts.alert;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.alert.SetAlertRuleResult.NotFound;
import dev.agora.accounts.alert.SetAlertRuleResult.SaysTheSame;
import dev.agora.accounts.alert.SetAlertRuleResult.Set;
import dev.agora.accounts.alert.SetAlertRuleResult.TooMany;
import dev.agora.accounts.human.HumanId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Of what an owner wants to be told. */
@RestController
class RuleController {

  private static final String PATH = "/api/v1/alerts/rules";

  private final JdbcAlertRules rules;
  private final SetAlertRule setAlertRule;
  private final Clock clock;

  RuleController(JdbcAlertRules rules, SetAlertRule setAlertRule, Clock clock) {
    this.rules = rules;
    this.setAlertRule = setAlertRule;
    this.clock = clock;
  }

  /** What is left out is false. */
  record RuleRequest(
      @NotNull String agent,
      @NotNull AlertKind kind,
      @NotNull Credits threshold,
      @Nullable Boolean mail,
      @Nullable Boolean webhook) {}

  /** What is left out is false. */
  record ChangeRequest(
      @NotNull Credits threshold, @Nullable Boolean mail, @Nullable Boolean webhook) {}

  /**
   * A rule.
   *
   * @param silent whether it has spoken and waits until its figure has come back
   */
  record RuleResponse(
      String id,
      String agent,
      AlertKind kind,
      Credits threshold,
      boolean mail,
      boolean webhook,
      boolean silent,
      Instant createdAt) {

    static RuleResponse of(AlertRule rule, LocalDate today) {
      return new RuleResponse(
          rule.id(),
          rule.agent().value(),
          rule.kind(),
          rule.threshold(),
          rule.byMail(),
          rule.byWebhook(),
          rule.isSilent(today),
          rule.createdAt());
    }
  }

  @GetMapping(PATH)
  @AllowedTo(Role.HUMAN)
  Page<RuleResponse> list(
      Caller caller, PageRequest page, @RequestParam(required = false) @Nullable String agent) {
    List<RuleResponse> fetched =
        rules.page(new HumanId(caller.id()), agent, page.after(), page.fetchLimit()).stream()
            .map(rule -> RuleResponse.of(rule, today()))
            .toList();
    return page.pageOf(fetched, RuleResponse::id);
  }

  @PostMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> add(Caller caller, @Valid @RequestBody RuleRequest request) {
    Optional<AgentId> agent = AgentId.parse(request.agent());
    if (agent.isEmpty()) {
      return answer(new NotFound(), HttpStatus.CREATED);
    }
    SetAlertRule.Wish wish =
        new SetAlertRule.Wish(
            agent.get(),
            request.kind(),
            request.threshold(),
            isTrue(request.mail()),
            isTrue(request.webhook()));
    return answer(setAlertRule.add(new HumanId(caller.id()), wish), HttpStatus.CREATED);
  }

  @PutMapping(PATH + "/{id}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> change(
      Caller caller, @PathVariable String id, @Valid @RequestBody ChangeRequest request) {
    return answer(
        setAlertRule.change(
            new HumanId(caller.id()),
            id,
            request.threshold(),
            isTrue(request.mail()),
            isTrue(request.webhook())),
        HttpStatus.OK);
  }

  @DeleteMapping(PATH + "/{id}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> remove(Caller caller, @PathVariable String id) {
    return setAlertRule.remove(new HumanId(caller.id()), id)
        ? ResponseEntity.noContent().build()
        : answer(new NotFound(), HttpStatus.OK);
  }

  private ResponseEntity<?> answer(SetAlertRuleResult result, HttpStatus done) {
    return switch (result) {
      case Set(AlertRule rule) -> ResponseEntity.status(done).body(RuleResponse.of(rule, today()));
      case NotFound() ->
          Problems.answer(
              Problem.of(CommonProblem.NOT_FOUND, "There is no such agent or rule of yours."));
      case SaysTheSame() ->
          Problems.answer(
              Problem.of(
                  AccountsProblem.ALERT_RULE_EXISTS, "Another rule of yours says the same."));
      case TooMany(int max) ->
          Problems.answer(
              Problem.of(AccountsProblem.TOO_MANY_ALERT_RULES, "One may have " + max + " rules.")
                  .withRemedy("Remove one that is of no use."));
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static boolean isTrue(@Nullable Boolean asked) {
    return Boolean.TRUE.equals(asked);
  }
}
