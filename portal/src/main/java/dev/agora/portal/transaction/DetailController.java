package dev.agora.portal.transaction;

import dev.agora.portal.api.ApiProblem;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.api.MarketplaceApi;
import dev.agora.portal.api.Order;
import dev.agora.portal.api.TransactionDetail;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.Figures;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One transaction: what it moved from where to where, and the order it belongs to. */
@Controller
class DetailController {

  private final LedgerApi ledger;
  private final MarketplaceApi marketplace;
  private final AgentChoice choice;
  private final Figures figures;

  DetailController(
      LedgerApi ledger, MarketplaceApi marketplace, AgentChoice choice, Figures figures) {
    this.ledger = ledger;
    this.marketplace = marketplace;
    this.choice = choice;
    this.figures = figures;
  }

  @GetMapping("/portal/transactions/{id}")
  String transaction(
      @PathVariable String id, @RequestParam(defaultValue = "") String agent, Model model) {
    String chosen = choice.choose(agent, model);
    TransactionDetail found = ledger.transaction(id, chosen);
    model.addAttribute("transaction", found);
    String order = found.order();
    if (order != null) {
      model.addAttribute("order", figures.read("order of " + id, () -> order(order)));
    }
    return "transaction/transaction";
  }

  /** A reference is what its payer wrote: it may name an order of others, or none. */
  private Optional<Order> order(String id) {
    try {
      return Optional.of(marketplace.order(id));
    } catch (ApiProblem problem) {
      if (problem.isOutage()) {
        throw problem;
      }
      return Optional.empty();
    }
  }
}
