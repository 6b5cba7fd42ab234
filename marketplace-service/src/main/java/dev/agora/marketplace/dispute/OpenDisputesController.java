package dev.agora.marketplace.dispute;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.page.PageRequest;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.OrderView;
import dev.agora.marketplace.order.OrderViews;
import dev.agora.marketplace.order.Orders;
import dev.agora.marketplace.order.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to rule. */
@RestController
class OpenDisputesController {

  private final Orders orders;
  private final OrderViews views;

  OpenDisputesController(Orders orders, OrderViews views) {
    this.orders = orders;
    this.views = views;
  }

  /** Oldest order first; one without {@code deadlines.ruleBy} has waited too long. */
  @GetMapping("/api/v1/marketplace/disputes")
  @AllowedTo({Role.ARBITER, Role.OPERATOR})
  ResponseEntity<?> list(PageRequest page) {
    @Nullable OrderId after = null;
    if (page.after() != null) {
      after = OrderId.parse(page.after()).orElseThrow(PageRequest::invalidCursor);
    }
    List<OrderView> open =
        orders.disputed(after, page.fetchLimit()).stream()
            .map(order -> views.brief(order, Party.ARBITER))
            .toList();
    return ResponseEntity.ok(page.pageOf(open, OrderView::id));
  }
}
