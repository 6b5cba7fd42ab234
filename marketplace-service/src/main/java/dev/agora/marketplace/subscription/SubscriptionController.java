package dev.agora.marketplace.subscription;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.agora.agents.AgentId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.order.CallersAgents;
import dev.agora.marketplace.order.TradeScope;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading subscriptions, ending them, and agreeing to new terms. */
@RestController
@RequestMapping("/api/v1/marketplace/subscriptions")
class SubscriptionController {

  private final Subscriptions subscriptions;
  private final SubscriptionViews views;
  private final EndSubscription end;
  private final ConsentToTerms consent;
  private final CallersAgents callersAgents;
  private final Clock clock;

  SubscriptionController(
      Subscriptions subscriptions,
      SubscriptionViews views,
      EndSubscription end,
      ConsentToTerms consent,
      CallersAgents callersAgents,
      Clock clock) {
    this.callersAgents = callersAgents;
    this.clock = clock;
    this.subscriptions = subscriptions;
    this.views = views;
    this.end = end;
    this.consent = consent;
  }

  /** Nothing to say. */
  record Cancellation() {}

  /** The price that the buyer agrees to, so that no later change can be meant. */
  record Agreement(@NotNull Credits price) {}

  /**
   * Whether the buyer may use the service now, for the seller to ask before it works.
   *
   * @param input from the buyer, which fitted the terms' schema; null without
   * @param until the end of what is paid; null before the first payment
   */
  record Entitlement(
      String subscription,
      String service,
      String buyer,
      String status,
      boolean entitled,
      @JsonRawValue @Nullable String input,
      @Nullable Instant until) {

    static Entitlement of(Subscription subscription, Instant now) {
      Plan plan = subscription.plan();
      return new Entitlement(
          subscription.id().value(),
          plan.service().value(),
          plan.buyer().value(),
          subscription.state().name(),
          subscription.entitlesAt(now),
          plan.input(),
          subscription.standing().paidUntil());
    }
  }

  private static Optional<Subscriptions.Side> side(String role) {
    return switch (role) {
      case "buyer" -> Optional.of(Subscriptions.Side.BUYER);
      case "seller" -> Optional.of(Subscriptions.Side.SELLER);
      default -> Optional.empty();
    };
  }

  @GetMapping
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam(required = false) @Nullable String role,
      PageRequest page) {
    Optional<Subscriptions.Side> side = role == null ? Optional.empty() : side(role);
    if (role != null && side.isEmpty()) {
      return Problems.answer(
          Problem.of(CommonProblem.INVALID_REQUEST, "The parameter role is wrong.")
              .at("?role", "must be buyer or seller"));
    }
    Optional<SubscriptionId> after =
        page.after() == null ? Optional.empty() : SubscriptionId.parse(page.after());
    if (page.after() != null && after.isEmpty()) {
      throw PageRequest.invalidCursor();
    }
    return callersAgents
        .named(caller, agent)
        .<ResponseEntity<?>>map(
            whose -> ResponseEntity.ok(page(whose, side.orElse(null), after.orElse(null), page)))
        .orElseGet(CallersAgents::notTheirs);
  }

  private Page<SubscriptionView> page(
      AgentId agent,
      Subscriptions.@Nullable Side side,
      @Nullable SubscriptionId after,
      PageRequest page) {
    List<SubscriptionView> found =
        subscriptions.of(agent, side, after, page.fetchLimit()).stream()
            .map(subscription -> views.brief(subscription, agent))
            .toList();
    return page.pageOf(found, SubscriptionView::id);
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    Optional<Subscription> found = SubscriptionId.parse(id).flatMap(subscriptions::find);
    return found
        .flatMap(it -> side(caller, it))
        .<ResponseEntity<?>>map(
            agent -> answer(agent, new SubscriptionResult.Done(found.orElseThrow())))
        .orElseGet(SubscriptionController::notFound);
  }

  @GetMapping("/{id}/entitlement")
  @AllowedTo(Role.AGENT)
  ResponseEntity<?> entitlement(Caller caller, @PathVariable String id) {
    Instant now = clock.instant();
    return SubscriptionId.parse(id)
        .flatMap(subscriptions::find)
        .filter(it -> side(caller, it).isPresent())
        .<ResponseEntity<?>>map(it -> ResponseEntity.ok(Entitlement.of(it, now)))
        .orElseGet(SubscriptionController::notFound);
  }

  @PostMapping("/{id}/cancel")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> cancel(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Cancellation body) {
    return TradeScope.missing(caller).orElseGet(() -> cancel(caller, id, ifMatch));
  }

  private ResponseEntity<?> cancel(Caller caller, String id, @Nullable String ifMatch) {
    Optional<SubscriptionId> known = SubscriptionId.parse(id);
    return known
        .flatMap(subscriptions::find)
        .flatMap(it -> side(caller, it))
        .<ResponseEntity<?>>map(
            agent ->
                answer(
                    agent,
                    end.cancel(known.orElseThrow(), agent, new EntityTag.Condition(ifMatch))))
        .orElseGet(SubscriptionController::notFound);
  }

  /** The side's agent that the caller acts for. */
  private Optional<AgentId> side(Caller caller, Subscription subscription) {
    return callersAgents.amongst(caller, subscription.plan().buyer(), subscription.plan().seller());
  }

  private static ResponseEntity<?> notFound() {
    SubscriptionResult.Refused refused = SubscriptionResult.Refused.notFound();
    return Problems.answer(Problem.of(refused.code(), refused.detail()));
  }

  @PostMapping("/{id}/consent")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_BUY)
  ResponseEntity<?> consent(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Agreement body) {
    AgentId agent = new AgentId(caller.id());
    return answer(
        agent,
        SubscriptionId.parse(id)
            .map(it -> consent.consent(it, agent, body.price(), new EntityTag.Condition(ifMatch)))
            .orElseGet(SubscriptionResult.Refused::notFound));
  }

  private ResponseEntity<?> answer(AgentId caller, SubscriptionResult result) {
    return switch (result) {
      case SubscriptionResult.Done(Subscription subscription) ->
          ResponseEntity.ok()
              .eTag(EntityTag.of(subscription.version()))
              .body(views.full(subscription, caller));
      case SubscriptionResult.Refused refused ->
          Problems.answer(Problem.of(refused.code(), refused.detail()));
    };
  }
}
