package dev.agora.marketplace.order;

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
import dev.agora.marketplace.listing.SaleCheck;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.schema.JsonSchemas;
import dev.agora.marketplace.schema.JsonText;
import dev.agora.marketplace.schema.Keepable;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Buying a service. */
@RestController
class PurchaseController {

  private final PlaceOrder place;
  private final Agents agents;
  private final Orders orders;
  private final OrderViews views;
  private final Idempotency idempotency;
  private final LateAnswers answers;

  PurchaseController(
      PlaceOrder place,
      Agents agents,
      Orders orders,
      OrderViews views,
      Idempotency idempotency,
      LateAnswers answers) {
    this.place = place;
    this.agents = agents;
    this.orders = orders;
    this.views = views;
    this.idempotency = idempotency;
    this.answers = answers;
  }

  /** What to buy, what to do it with, and what it may cost at most. */
  record Purchase(
      @NotNull String service, @Keepable @Nullable JsonNode input, @Nullable Credits maxPrice) {}

  /**
   * Places the order in one transaction with its answer, then waits up to 2 s for the ledger: the
   * answer that repetitions get is the one that the first caller got.
   */
  @PostMapping("/api/v1/marketplace/purchase-service")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_BUY)
  ResponseEntity<?> purchase(
      Caller caller, IdempotencyKey key, @Valid @RequestBody Purchase request) {
    Optional<Agent> buyer = agents.await(new AgentId(caller.id()));
    if (buyer.isEmpty()) {
      return Problems.answer(
          Problem.of(MarketplaceProblem.AGENT_NOT_READY, "Try again in a second."));
    }
    SaleCheck.Wish wish =
        new SaleCheck.Wish(
            ServiceId.parse(request.service()), JsonText.of(request.input()), request.maxPrice());
    AtomicReference<@Nullable Order> placed = new AtomicReference<>();
    ResponseEntity<?> first =
        idempotency.once(
            key,
            () ->
                switch (place.place(buyer.get(), wish)) {
                  case PlaceOrderResult.Placed(Order order) -> {
                    placed.set(order);
                    yield answer(order);
                  }
                  case PlaceOrderResult.Refused(var refusal) -> refuse(refusal);
                });
    Order fresh = placed.get();
    if (fresh == null) {
      return first;
    }
    return FreshIds.await(() -> orders.find(fresh.id()).filter(PurchaseController::isDecided))
        .<ResponseEntity<?>>map(order -> answers.replace(key, answer(order)))
        .orElse(first);
  }

  private static boolean isDecided(Order order) {
    return order.state() != OrderState.QUOTED;
  }

  private ResponseEntity<OrderView> answer(Order order) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/marketplace/orders/" + order.id()))
        .eTag(EntityTag.of(order.version()))
        .body(views.full(order, Party.BUYER));
  }

  private static ResponseEntity<?> refuse(SaleCheck.Refusal refused) {
    Problem problem = Problem.of(refused.code(), refused.detail());
    if (refused.code() == MarketplaceProblem.SOLD_BY_THE_MONTH) {
      problem = problem.withRemedy("POST /api/v1/marketplace/subscriptions");
    }
    for (JsonSchemas.Misfit misfit : refused.misfits()) {
      problem = problem.at("/input" + misfit.pointer(), misfit.detail());
    }
    return Problems.answer(problem);
  }
}
