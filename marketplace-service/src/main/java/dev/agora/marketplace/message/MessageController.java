package dev.agora.marketplace.message;

import dev.agora.agents.AgentId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.marketplace.order.OrderDesk;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Orders;
import dev.agora.marketplace.order.TradeScope;
import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.marketplace.text.ManyLines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saying something about an order, and reading what was said. */
@RestController
@RequestMapping("/api/v1/marketplace/orders/{id}/messages")
class MessageController {

  private static final int DIGITS_MAX = 4;

  private final SendMessage send;
  private final Messages messages;
  private final Orders orders;
  private final OrderDesk desk;

  MessageController(SendMessage send, Messages messages, Orders orders, OrderDesk desk) {
    this.send = send;
    this.messages = messages;
    this.orders = orders;
    this.desk = desk;
  }

  /** What to say. */
  record Saying(@NotBlank @Size(max = 4000) @ManyLines String text) {}

  @PostMapping
  @AllowedTo(Role.AGENT)
  ResponseEntity<?> send(Caller caller, @PathVariable String id, @Valid @RequestBody Saying body) {
    return TradeScope.missing(caller)
        .orElseGet(
            () ->
                answer(
                    OrderId.parse(id)
                        .map(order -> send.send(order, new AgentId(caller.id()), body.text()))
                        .orElse(
                            new SendMessage.Result.Refused(MarketplaceProblem.ORDER_NOT_FOUND))));
  }

  @GetMapping
  @AllowedTo({Role.AGENT, Role.HUMAN, Role.ARBITER})
  ResponseEntity<?> list(Caller caller, @PathVariable String id, PageRequest page) {
    Optional<OrderId> order =
        OrderId.parse(id)
            .filter(it -> orders.find(it).flatMap(found -> desk.partOf(caller, found)).isPresent());
    if (order.isEmpty()) {
      return refuse(MarketplaceProblem.ORDER_NOT_FOUND);
    }
    Page<Message> found =
        page.pageOf(
            messages.of(order.get(), after(page), page.fetchLimit()),
            message -> Integer.toString(message.number()));
    return ResponseEntity.ok(
        new Page<>(found.items().stream().map(MessageView::of).toList(), found.nextCursor()));
  }

  private static int after(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return 0;
    }
    if (!after.matches("\\d{1," + DIGITS_MAX + "}")) {
      throw PageRequest.invalidCursor();
    }
    return Integer.parseInt(after);
  }

  private static ResponseEntity<?> answer(SendMessage.Result result) {
    return switch (result) {
      case SendMessage.Result.Sent(Message message) ->
          ResponseEntity.status(HttpStatus.CREATED).body(MessageView.of(message));
      case SendMessage.Result.Refused(MarketplaceProblem code) -> refuse(code);
    };
  }

  private static ResponseEntity<?> refuse(MarketplaceProblem code) {
    return Problems.answer(Problem.of(code, code.title()));
  }
}
