package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading orders: an agent its own, a human those of the agents they own. */
@RestController
@RequestMapping("/api/v1/marketplace/orders")
class OrderController {

  private final Orders orders;
  private final OrderDesk desk;
  private final OrderViews views;
  private final CallersAgents callersAgents;

  OrderController(Orders orders, OrderDesk desk, OrderViews views, CallersAgents callersAgents) {
    this.orders = orders;
    this.desk = desk;
    this.views = views;
    this.callersAgents = callersAgents;
  }

  /** The sides on which a caller can ask for their orders. */
  private static Optional<Party> side(String role) {
    return switch (role) {
      case "buyer" -> Optional.of(Party.BUYER);
      case "seller" -> Optional.of(Party.SELLER);
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
    Optional<Party> side = role == null ? Optional.empty() : side(role);
    if (role != null && side.isEmpty()) {
      return Problems.answer(
          Problem.of(CommonProblem.INVALID_REQUEST, "The parameter role is wrong.")
              .at("?role", "must be buyer or seller"));
    }
    Optional<OrderId> after = page.after() == null ? Optional.empty() : OrderId.parse(page.after());
    if (page.after() != null && after.isEmpty()) {
      return Problems.answer(
          Problem.of(CommonProblem.INVALID_CURSOR, "The cursor belongs to another list."));
    }
    return callersAgents
        .named(caller, agent)
        .<ResponseEntity<?>>map(
            whose -> ResponseEntity.ok(page(whose, side.orElse(null), after.orElse(null), page)))
        .orElseGet(CallersAgents::notTheirs);
  }

  private Page<OrderView> page(
      AgentId agent, @Nullable Party side, @Nullable OrderId after, PageRequest page) {
    List<OrderView> found =
        orders.of(agent, side, after, page.fetchLimit()).stream()
            .map(order -> views.brief(order, partyOf(agent, order)))
            .toList();
    return page.pageOf(found, OrderView::id);
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.AGENT, Role.HUMAN, Role.ARBITER})
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return OrderId.parse(id)
        .flatMap(orders::find)
        .<ResponseEntity<?>>map(order -> desk.show(caller, order))
        .orElseGet(() -> desk.answer(caller, ChangeResult.Refused.notFound()));
  }

  private static Party partyOf(AgentId agent, Order order) {
    return order.deal().buyer().equals(agent) ? Party.BUYER : Party.SELLER;
  }
}
