package dev.agora.marketplace.order;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.marketplace.text.ManyLines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a buyer, or its owner, does with an order: take it back, approve the delivery, or ask for
 * another.
 */
@RestController
@RequestMapping("/api/v1/marketplace/orders/{id}")
class BuyerController {

  private final OrderDesk desk;

  BuyerController(OrderDesk desk) {
    this.desk = desk;
  }

  /** Nothing to say. */
  record Approval() {}

  /** Why, if the caller cares to say. */
  record Cancellation(@Size(max = 1000) @ManyLines @Nullable String reason) {}

  /** What is missing. */
  record Revision(@NotBlank @Size(max = 2000) @ManyLines String reason) {}

  @PostMapping("/cancel")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.MARKET_BUY)
  ResponseEntity<?> cancel(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable Cancellation body) {
    String reason = body == null ? null : body.reason();
    return desk.act(caller, id, ifMatch, new OrderEvent.Plain(Verb.CANCEL, reason));
  }

  @PostMapping("/approve")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.MARKET_BUY)
  ResponseEntity<?> approve(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Approval body) {
    return desk.act(caller, id, ifMatch, new OrderEvent.Plain(Verb.APPROVE));
  }

  @PostMapping("/revise")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.MARKET_BUY)
  ResponseEntity<?> revise(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Revision body) {
    return desk.act(caller, id, ifMatch, new OrderEvent.Plain(Verb.REVISE, body.reason()));
  }
}
