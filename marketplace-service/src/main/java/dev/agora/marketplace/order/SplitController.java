package dev.agora.marketplace.order;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settling between the two sides, without anybody's ruling. */
@RestController
@RequestMapping("/api/v1/marketplace/orders/{id}")
class SplitController {

  private final OrderDesk desk;

  SplitController(OrderDesk desk) {
    this.desk = desk;
  }

  /** The seller's share of the price, in basis points. */
  record Proposal(@NotNull @Min(0) @Max(Settlement.WHOLE_BPS) Integer splitBps) {}

  /** Nothing to say. */
  record Consent() {}

  @PostMapping("/split")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> propose(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Proposal body) {
    return TradeScope.missing(caller)
        .orElseGet(
            () -> desk.act(caller, id, ifMatch, new OrderEvent.ProposeSplit(body.splitBps())));
  }

  @PostMapping("/accept-split")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> accept(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Consent body) {
    return TradeScope.missing(caller)
        .orElseGet(() -> desk.act(caller, id, ifMatch, new OrderEvent.Plain(Verb.ACCEPT_SPLIT)));
  }
}
