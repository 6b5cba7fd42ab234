package dev.agora.marketplace.budget;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.Idempotency;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.FreshIds;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.answer.LateAnswers;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Setting credits aside for calls of a service. */
@RestController
class OpenBudgetController {

  private static final int DAYS_MAX = 30;

  private final OpenBudget open;
  private final Agents agents;
  private final Budgets budgets;
  private final Idempotency idempotency;
  private final LateAnswers answers;

  OpenBudgetController(
      OpenBudget open,
      Agents agents,
      Budgets budgets,
      Idempotency idempotency,
      LateAnswers answers) {
    this.open = open;
    this.agents = agents;
    this.budgets = budgets;
    this.idempotency = idempotency;
    this.answers = answers;
  }

  /** What to call, how much to set aside for how long, and what a call may cost at most. */
  record Wish(
      @NotNull String service,
      @NotNull Credits amount,
      @Nullable Credits maxPrice,
      @NotNull @DurationMin(seconds = 1) @DurationMax(days = DAYS_MAX) Duration expiresIn) {}

  /**
   * Opens it in one transaction with its answer, then waits up to 2 s for the ledger: the answer
   * that repetitions get is the one that the first caller got.
   */
  @PostMapping("/api/v1/marketplace/budgets")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_BUY)
  ResponseEntity<?> open(Caller caller, IdempotencyKey key, @Valid @RequestBody Wish request) {
    Optional<Agent> buyer = agents.await(new AgentId(caller.id()));
    if (buyer.isEmpty()) {
      return Problems.answer(
          Problem.of(MarketplaceProblem.AGENT_NOT_READY, "Try again in a second."));
    }
    OpenBudget.Wish wish =
        new OpenBudget.Wish(
            ServiceId.parse(request.service()),
            request.amount(),
            request.maxPrice(),
            request.expiresIn());
    AtomicReference<@Nullable Budget> opened = new AtomicReference<>();
    ResponseEntity<?> first =
        idempotency.once(key, () -> answer(open.open(buyer.get(), wish), opened));
    Budget fresh = opened.get();
    if (fresh == null) {
      return first;
    }
    return FreshIds.await(
            () -> budgets.find(fresh.id()).filter(it -> it.state() != BudgetState.PENDING))
        .<ResponseEntity<?>>map(decided -> answers.replace(key, answer(decided)))
        .orElse(first);
  }

  private static ResponseEntity<?> answer(
      BudgetResult result, AtomicReference<@Nullable Budget> opened) {
    return switch (result) {
      case BudgetResult.Done(Budget budget) -> {
        opened.set(budget);
        yield answer(budget);
      }
      case BudgetResult.Refused(var code, var detail) -> Problems.answer(Problem.of(code, detail));
    };
  }

  private static ResponseEntity<?> answer(Budget budget) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/marketplace/budgets/" + budget.id()))
        .eTag(EntityTag.of(budget.version()))
        .body(BudgetView.of(budget, budget.plan().buyer()));
  }
}
