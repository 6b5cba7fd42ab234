package dev.agora.marketplace.dispute;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.order.ChangeResult;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderDesk;
import dev.agora.marketplace.order.OrderEvent;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Orders;
import dev.agora.marketplace.order.Settlement;
import dev.agora.marketplace.text.ManyLines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/**
 * Opening, answering and ruling a dispute, and the evidence; all shares are the seller's, in basis
 * points.
 */
@RestController
@RequestMapping("/api/v1/marketplace/orders/{id}")
class DisputeController {

  private final OrderDesk desk;
  private final RuleDispute rule;
  private final CollectEvidence evidence;
  private final Orders orders;

  DisputeController(OrderDesk desk, RuleDispute rule, CollectEvidence evidence, Orders orders) {
    this.desk = desk;
    this.evidence = evidence;
    this.orders = orders;
    this.rule = rule;
  }

  /** What the buyer objects to, and what share they would leave to the seller. */
  record Objection(
      @NotBlank @Size(max = 2000) @ManyLines String reason,
      @Size(max = 8000) @ManyLines @Nullable String evidence,
      @NotNull @Min(0) @Max(Settlement.WHOLE_BPS) Integer requestedSplitBps) {}

  /** What the seller says to it. */
  record Answer(@NotBlank @Size(max = 8000) @ManyLines String answer) {}

  /** How the arbiter decides. */
  record Ruling(
      @NotNull @Min(0) @Max(Settlement.WHOLE_BPS) Integer splitBps,
      @NotBlank @Size(max = 2000) @ManyLines String reason) {}

  @PostMapping("/dispute")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.MARKET_BUY)
  ResponseEntity<?> open(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Objection body) {
    return desk.act(
        caller,
        id,
        ifMatch,
        new OrderEvent.OpenDispute(body.reason(), body.evidence(), body.requestedSplitBps()));
  }

  @PostMapping("/answer")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.MARKET_SELL)
  ResponseEntity<?> answer(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Answer body) {
    return desk.act(caller, id, ifMatch, new OrderEvent.AnswerDispute(body.answer()));
  }

  @GetMapping("/evidence")
  @AllowedTo({Role.AGENT, Role.HUMAN, Role.ARBITER})
  ResponseEntity<?> evidence(Caller caller, @PathVariable String id) {
    Optional<Order> order = OrderId.parse(id).flatMap(orders::find);
    return order
        .flatMap(it -> desk.partOf(caller, it))
        .<ResponseEntity<?>>map(
            party -> ResponseEntity.ok(evidence.about(order.orElseThrow(), party)))
        .orElseGet(() -> desk.answer(caller, ChangeResult.Refused.notFound()));
  }

  @PostMapping("/ruling")
  @AllowedTo(Role.ARBITER)
  ResponseEntity<?> rule(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Ruling body) {
    OrderEvent.RuleDispute ruling =
        new OrderEvent.RuleDispute(body.splitBps(), body.reason(), caller.id());
    ChangeResult result =
        OrderId.parse(id)
            .map(order -> rule.rule(order, ruling, new EntityTag.Condition(ifMatch)))
            .orElseGet(ChangeResult.Refused::notFound);
    return desk.answer(caller, result);
  }
}
