package dev.agora.marketplace.refund;

import dev.agora.agents.AgentId;
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
import dev.agora.marketplace.order.Adjustment;
import dev.agora.marketplace.order.Adjustments;
import dev.agora.marketplace.order.ChangeResult;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderDesk;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Orders;
import dev.agora.marketplace.order.RefundId;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.text.ManyLines;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Giving back after the settlement. */
@RestController
class RefundController {

  private final RefundOrder refund;
  private final Orders orders;
  private final Adjustments adjustments;
  private final OrderDesk desk;
  private final Idempotency idempotency;
  private final LateAnswers answers;

  RefundController(
      RefundOrder refund,
      Orders orders,
      Adjustments adjustments,
      OrderDesk desk,
      Idempotency idempotency,
      LateAnswers answers) {
    this.refund = refund;
    this.orders = orders;
    this.adjustments = adjustments;
    this.desk = desk;
    this.idempotency = idempotency;
    this.answers = answers;
  }

  /** How much the buyer gets, all that is left if it is not said, and why. */
  record Refund(@Nullable Credits amount, @NotBlank @Size(max = 1000) @ManyLines String reason) {}

  /**
   * Asks for the refund in one transaction with its answer, then waits up to 2 s for the ledger:
   * 202 becomes 200 or the reason why not.
   */
  @PostMapping("/api/v1/marketplace/orders/{id}/refund")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_SELL)
  ResponseEntity<?> refund(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      IdempotencyKey key,
      @Valid @RequestBody Refund body) {
    Optional<OrderId> order = OrderId.parse(id);
    if (order.isEmpty()) {
      return desk.answer(caller, ChangeResult.Refused.notFound());
    }
    RefundId refundId = refund.newId();
    AtomicBoolean asked = new AtomicBoolean();
    ResponseEntity<?> first =
        idempotency.once(
            key,
            () -> {
              ChangeResult result =
                  refund.refund(
                      order.get(),
                      refundId,
                      new AgentId(caller.id()),
                      body.amount(),
                      body.reason(),
                      new EntityTag.Condition(ifMatch));
              asked.set(result instanceof ChangeResult.Done);
              return answer(caller, order.get(), result);
            });
    if (!asked.get()) {
      return first;
    }
    return FreshIds.await(() -> adjustments.find(refundId).filter(Adjustment::isDecided))
        .<ResponseEntity<?>>map(decided -> answers.replace(key, answer(caller, decided)))
        .orElse(first);
  }

  private ResponseEntity<?> answer(Caller caller, OrderId order, ChangeResult result) {
    if (result instanceof ChangeResult.Refused(var code, var detail)
        && code == MarketplaceProblem.REFUND_TOO_LARGE) {
      Credits left = orders.find(order).map(Order::refundable).orElse(Credits.ZERO);
      return Problems.answer(Problem.of(code, detail).at("/amount", "must be at most " + left));
    }
    ResponseEntity<?> answer = desk.answer(caller, result);
    return result instanceof ChangeResult.Done
        ? ResponseEntity.status(HttpStatus.ACCEPTED)
            .headers(answer.getHeaders())
            .body(answer.getBody())
        : answer;
  }

  private ResponseEntity<?> answer(Caller caller, Adjustment decided) {
    if (decided.outcome() instanceof Adjustment.Refused refused) {
      return refuse(refused);
    }
    return desk.answer(caller, new ChangeResult.Done(orders.find(decided.order()).orElseThrow()));
  }

  private static ResponseEntity<?> refuse(Adjustment.Refused refused) {
    Credits missing = refused.missing();
    Problem problem =
        switch (refused.code()) {
          case "insufficient_credits" ->
              Problem.of(
                  MarketplaceProblem.INSUFFICIENT_CREDITS,
                  "A refund is paid out of what you may spend.");
          case "agent_closed" ->
              Problem.of(MarketplaceProblem.AGENT_CLOSED, "One of the two agents is closed.");
          default ->
              Problem.of(
                  MarketplaceProblem.REFUND_REFUSED, "The ledger says " + refused.code() + ".");
        };
    return Problems.answer(missing == null ? problem : problem.with("missing", missing));
  }
}
