package dev.agora.marketplace.subscription;

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

/** Subscribing to a service. */
@RestController
class SubscribeController {

  private final Subscribe subscribe;
  private final Agents agents;
  private final Subscriptions subscriptions;
  private final SubscriptionViews views;
  private final Idempotency idempotency;
  private final LateAnswers answers;

  SubscribeController(
      Subscribe subscribe,
      Agents agents,
      Subscriptions subscriptions,
      SubscriptionViews views,
      Idempotency idempotency,
      LateAnswers answers) {
    this.subscribe = subscribe;
    this.agents = agents;
    this.subscriptions = subscriptions;
    this.views = views;
    this.idempotency = idempotency;
    this.answers = answers;
  }

  /** What to subscribe to, what to do with it, and what a month may cost at most. */
  record Order(
      @NotNull String service, @Keepable @Nullable JsonNode input, @Nullable Credits maxPrice) {}

  /**
   * Subscribes in one transaction with its answer, then waits up to 2 s for the first payment: the
   * answer that repetitions get is the one that the first caller got.
   */
  @PostMapping("/api/v1/marketplace/subscriptions")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_BUY)
  ResponseEntity<?> subscribe(
      Caller caller, IdempotencyKey key, @Valid @RequestBody Order request) {
    Optional<Agent> buyer = agents.await(new AgentId(caller.id()));
    if (buyer.isEmpty()) {
      return Problems.answer(
          Problem.of(MarketplaceProblem.AGENT_NOT_READY, "Try again in a second."));
    }
    SaleCheck.Wish wish =
        new SaleCheck.Wish(
            ServiceId.parse(request.service()), JsonText.of(request.input()), request.maxPrice());
    AtomicReference<@Nullable Subscription> begun = new AtomicReference<>();
    ResponseEntity<?> first =
        idempotency.once(
            key,
            () ->
                switch (subscribe.subscribe(buyer.get(), wish)) {
                  case SubscriptionResult.Done(Subscription subscription) -> {
                    begun.set(subscription);
                    yield answer(subscription);
                  }
                  case SubscriptionResult.Refused refused -> refuse(refused);
                });
    Subscription fresh = begun.get();
    if (fresh == null) {
      return first;
    }
    return FreshIds.await(
            () ->
                subscriptions
                    .find(fresh.id())
                    .filter(it -> it.state() != SubscriptionState.PENDING))
        .<ResponseEntity<?>>map(decided -> answers.replace(key, answer(decided)))
        .orElse(first);
  }

  private ResponseEntity<?> answer(Subscription subscription) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/marketplace/subscriptions/" + subscription.id()))
        .eTag(EntityTag.of(subscription.version()))
        .body(views.full(subscription, subscription.plan().buyer()));
  }

  private static ResponseEntity<?> refuse(SubscriptionResult.Refused refused) {
    Problem problem = Problem.of(refused.code(), refused.detail());
    if (refused.code() == MarketplaceProblem.NOT_SOLD_BY_THE_MONTH) {
      problem = problem.withRemedy("POST /api/v1/marketplace/purchase-service");
    }
    for (JsonSchemas.Misfit misfit : refused.misfits()) {
      problem = problem.at("/input" + misfit.pointer(), misfit.detail());
    }
    return Problems.answer(problem);
  }
}
