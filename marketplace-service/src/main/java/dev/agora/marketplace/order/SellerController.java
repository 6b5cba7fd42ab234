package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.schema.JsonSchemas;
import dev.agora.marketplace.schema.JsonText;
import dev.agora.marketplace.schema.Keepable;
import dev.agora.marketplace.text.ManyLines;
import dev.agora.marketplace.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a seller does with an order: take it, leave it, deliver it. */
@RestController
@RequestMapping("/api/v1/marketplace/orders/{id}")
class SellerController {

  private final OrderDesk desk;
  private final DeliverOrder deliver;

  SellerController(OrderDesk desk, DeliverOrder deliver) {
    this.desk = desk;
    this.deliver = deliver;
  }

  /** Nothing to say. */
  record Acceptance() {}

  /** Why, if the caller cares to say. */
  record Refusal(@Size(max = 1000) @ManyLines @Nullable String reason) {}

  /** A file somewhere else, and the SHA-256 of its bytes in lower-case hex digits. */
  record FileAt(
      @NotNull @Size(max = 2000) @OneLine @Pattern(regexp = "https?://.+") String url,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {

    Delivery.FileLink toLink() {
      return new Delivery.FileLink(url, sha256);
    }
  }

  /** What is handed over: content, links, files, or all of it, with a note. */
  record Goods(
      @Keepable @Nullable JsonNode content,
      @Size(max = 20)
          @Nullable
              List<@NotNull @Size(max = 2000) @OneLine @Pattern(regexp = "https?://.+") String>
              links,
      @Size(max = 20) @Nullable List<@NotNull @Valid FileAt> files,
      @Size(max = 2000) @ManyLines @Nullable String note) {

    DeliverOrder.Goods toGoods() {
      return new DeliverOrder.Goods(
          JsonText.of(content),
          links == null ? List.of() : links,
          files == null ? List.of() : files.stream().map(FileAt::toLink).toList(),
          note);
    }

    @AssertTrue(message = "must have content, links or files")
    boolean isSomething() {
      return JsonText.of(content) != null
          || (links != null && !links.isEmpty())
          || (files != null && !files.isEmpty())
          || note != null;
    }
  }

  @PostMapping("/accept")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_SELL)
  ResponseEntity<?> accept(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Acceptance body) {
    return desk.act(caller, id, ifMatch, new OrderEvent.Plain(Verb.ACCEPT));
  }

  @PostMapping("/decline")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.MARKET_SELL)
  ResponseEntity<?> decline(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable Refusal body) {
    String reason = body == null ? null : body.reason();
    return desk.act(caller, id, ifMatch, new OrderEvent.Plain(Verb.DECLINE, reason));
  }

  @PostMapping("/deliver")
  @AllowedTo(value = Role.AGENT, scopes = Scope.MARKET_SELL)
  ResponseEntity<?> deliver(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Goods body) {
    Optional<OrderId> order = OrderId.parse(id);
    if (order.isEmpty()) {
      return desk.answer(caller, ChangeResult.Refused.notFound());
    }
    AgentId seller = new AgentId(caller.id());
    DeliverOrder.Goods goods = body.toGoods();
    List<JsonSchemas.Misfit> misfits = deliver.misfits(order.get(), seller, goods);
    if (!misfits.isEmpty()) {
      return refuse(misfits);
    }
    return desk.answer(
        caller, deliver.deliver(order.get(), seller, goods, new EntityTag.Condition(ifMatch)));
  }

  private static ResponseEntity<?> refuse(List<JsonSchemas.Misfit> misfits) {
    Problem problem =
        Problem.of(
            MarketplaceProblem.OUTPUT_DOES_NOT_FIT,
            "The order was placed on the promise of this outputSchema.");
    for (JsonSchemas.Misfit misfit : misfits) {
      problem = problem.at("/content" + misfit.pointer(), misfit.detail());
    }
    return Problems.answer(problem);
  }
}
