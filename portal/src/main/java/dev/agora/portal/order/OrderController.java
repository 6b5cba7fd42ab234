package dev.agora.portal.order;

import dev.agora.portal.api.MarketplaceApi;
import dev.agora.portal.api.Order;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figures;
import dev.agora.portal.page.Following;
import dev.agora.portal.page.Names;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders: where they stand, what happened, and what an owner can do. */
@Controller
class OrderController {

  private static final int ORDERS = 20;
  private static final int MESSAGES = 100;
  private static final String PAGE = "redirect:/portal/orders/";

  private final MarketplaceApi marketplace;
  private final AgentChoice choice;
  private final Figures figures;

  OrderController(MarketplaceApi marketplace, AgentChoice choice, Figures figures) {
    this.marketplace = marketplace;
    this.choice = choice;
    this.figures = figures;
  }

  @GetMapping("/portal/orders")
  String orders(
      @RequestParam(defaultValue = "") String agent,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(required = false) @Nullable String cursor,
      Model model) {
    String chosen = choice.choose(agent, model);
    String side = role.equals("buyer") || role.equals("seller") ? role : null;
    model.addAttribute("role", side == null ? "" : side);
    if (!chosen.isEmpty()) {
      model.addAttribute(
          "orders",
          figures.read(
              "orders " + chosen + side + cursor,
              () -> marketplace.orders(chosen, side, ORDERS, cursor)));
    }
    return "order/orders";
  }

  @GetMapping("/portal/orders/{id}")
  String order(@PathVariable String id, Model model) {
    follow(id, 0, model);
    model.addAttribute(
        "messages", figures.read("messages " + id, () -> marketplace.messages(id, MESSAGES)));
    return "order/order";
  }

  /** The part of the page that changes, for a page that asks again. */
  @GetMapping("/portal/orders/{id}/steps")
  String steps(@PathVariable String id, @RequestParam(defaultValue = "0") int round, Model model) {
    follow(id, round, model);
    return "order/order :: steps";
  }

  @PostMapping("/portal/orders/{id}/{action}")
  String act(
      @PathVariable String id,
      @PathVariable String action,
      @RequestParam Map<String, String> form,
      RedirectAttributes next) {
    Optional<OrderAction> known = OrderAction.of(action);
    if (known.isPresent()) {
      marketplace.act(id, known.get().path(), known.get().body(form));
      Done.say(next, known.get().done());
    }
    return PAGE + id;
  }

  private void follow(String id, int round, Model model) {
    Order order = marketplace.order(id);
    model.addAttribute("order", order);
    model.addAttribute("names", Names.of(choice.agents().value()));
    // Only the ledger changes it soon; what people and agents do takes hours.
    boolean soon = order.status().equals("QUOTED") || order.status().equals("SETTLING");
    model.addAttribute("following", Following.of(soon, round));
  }
}
