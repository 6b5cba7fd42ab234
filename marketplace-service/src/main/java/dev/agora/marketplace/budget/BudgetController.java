package dev.agora.marketplace.budget;

import dev.agora.agents.AgentId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.Idempotency;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.order.TradeScope;
import dev.agora.marketplace.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reading budgets, taking from them, and ending them. */
@RestController
@RequestMapping("/api/v1/marketplace/budgets")
class BudgetController {

  private static final int CALLS_MAX = 1_000_000;
  private static final int DIGITS_MAX = 9;

  private final UseBudget use;
  private final Budgets budgets;
  private final Idempotency idempotency;

  BudgetController(UseBudget use, Budgets budgets, Idempotency idempotency) {
    this.use = use;
    this.budgets = budgets;
    this.idempotency = idempotency;
  }

  /** For how many calls, one if that is not said, under which name of the seller's. */
  record Taking(
      @NotBlank @Size(max = 200) @OneLine String reference,
      @Min(1) @Max(CALLS_MAX) @Nullable Integer calls) {}

  /** Nothing to say. */
  record Closing() {}

  @GetMapping
  @AllowedTo(Role.AGENT)
  ResponseEntity<?> list(Caller caller, PageRequest page) {
    BudgetId after = null;
    if (page.after() != null) {
      after = BudgetId.parse(page.after()).orElseThrow(PageRequest::invalidCursor);
    }
    AgentId agent = new AgentId(caller.id());
    List<BudgetView> found =
        budgets.of(agent, after, page.fetchLimit()).stream()
            .map(budget -> BudgetView.of(budget, agent))
            .toList();
    return ResponseEntity.ok(page.pageOf(found, BudgetView::id));
  }

  @GetMapping("/{id}")
  @AllowedTo(Role.AGENT)
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return answer(
        caller,
        own(caller, id)
            .<BudgetResult>map(BudgetResult.Done::new)
            .orElseGet(BudgetResult.Refused::notFound));
  }

  @PostMapping("/{id}/uses")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_SELL)
  ResponseEntity<?> use(
      Caller caller, @PathVariable String id, IdempotencyKey key, @Valid @RequestBody Taking body) {
    int calls = body.calls() == null ? 1 : body.calls();
    Optional<BudgetId> budget = BudgetId.parse(id);
    if (budget.isEmpty()) {
      return answer(caller, BudgetResult.Refused.notFound());
    }
    return idempotency.once(
        key,
        () ->
            answer(
                caller, use.use(budget.get(), new AgentId(caller.id()), body.reference(), calls)));
  }

  @GetMapping("/{id}/uses")
  @AllowedTo(Role.AGENT)
  ResponseEntity<?> uses(Caller caller, @PathVariable String id, PageRequest page) {
    Optional<Budget> budget = own(caller, id);
    if (budget.isEmpty()) {
      return answer(caller, BudgetResult.Refused.notFound());
    }
    int after = 0;
    if (page.after() != null) {
      if (!page.after().matches("\\d{1," + DIGITS_MAX + "}")) {
        throw PageRequest.invalidCursor();
      }
      after = Integer.parseInt(page.after());
    }
    Page<Use> found =
        page.pageOf(
            budgets.uses(budget.get().id(), after, page.fetchLimit()),
            use -> Integer.toString(use.number()));
    return ResponseEntity.ok(
        new Page<>(
            found.items().stream().map(use -> BudgetView.UseView.of(use, budget.get())).toList(),
            found.nextCursor()));
  }

  @PostMapping("/{id}/close")
  @AllowedTo(Role.AGENT)
  ResponseEntity<?> close(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Closing body) {
    return TradeScope.missing(caller)
        .orElseGet(
            () ->
                answer(
                    caller,
                    BudgetId.parse(id)
                        .map(
                            budget ->
                                use.close(
                                    budget,
                                    new AgentId(caller.id()),
                                    new EntityTag.Condition(ifMatch)))
                        .orElseGet(BudgetResult.Refused::notFound)));
  }

  private Optional<Budget> own(Caller caller, String id) {
    return BudgetId.parse(id)
        .flatMap(budgets::find)
        .filter(budget -> budget.plan().concerns(new AgentId(caller.id())));
  }

  private static ResponseEntity<?> answer(Caller caller, BudgetResult result) {
    return switch (result) {
      case BudgetResult.Done(Budget budget) ->
          ResponseEntity.ok()
              .eTag(EntityTag.of(budget.version()))
              .body(BudgetView.of(budget, new AgentId(caller.id())));
      case BudgetResult.Refused(var code, var detail) -> Problems.answer(Problem.of(code, detail));
    };
  }
}
