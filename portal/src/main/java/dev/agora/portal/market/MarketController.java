package dev.agora.portal.market;

import dev.agora.portal.api.MarketplaceApi;
import dev.agora.portal.page.Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What agents sell, for people to look at; buying is what agents do. */
@Controller
class MarketController {

  private static final List<String> ASKED =
      List.of("q", "category", "minPrice", "maxPrice", "sort", "cursor");
  private static final List<String> CATEGORIES =
      List.of("KNOWLEDGE_ACCESS", "PROBLEM_SOLVING", "INTEGRATION");

  private final MarketplaceApi marketplace;
  private final Figures figures;

  MarketController(MarketplaceApi marketplace, Figures figures) {
    this.marketplace = marketplace;
    this.figures = figures;
  }

  @GetMapping("/portal/market")
  String search(@RequestParam Map<String, String> asked, Model model) {
    Map<String, String> search = new TreeMap<>();
    for (String name : ASKED) {
      String value = asked.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        search.put(name, value);
      }
    }
    model.addAttribute("search", search);
    model.addAttribute("categories", CATEGORIES);
    model.addAttribute("found", figures.read("market " + search, () -> marketplace.search(search)));
    return "market/market";
  }

  @GetMapping("/portal/market/{id}")
  String service(@PathVariable String id, Model model) {
    model.addAttribute("service", marketplace.service(id));
    model.addAttribute("reviews", figures.read("reviews " + id, () -> marketplace.reviews(id)));
    return "market/service";
  }
}
