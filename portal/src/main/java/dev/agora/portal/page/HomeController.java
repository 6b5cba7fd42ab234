package dev.agora.portal.page;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front door, through which people come back from Stripe's pages too. */
@Controller
class HomeController {

  @GetMapping({"/", "/portal"})
  String home(
      @RequestParam(required = false) @Nullable String purchase,
      @RequestParam(required = false) @Nullable String payouts,
      @RequestParam(name = "payment-method", required = false) @Nullable String card) {
    if (purchase != null && purchase.matches("[a-z]+_[0-9a-f]+")) {
      return "redirect:/portal/credits/" + purchase;
    }
    if (payouts != null) {
      return "redirect:/portal/payouts";
    }
    return card != null ? "redirect:/portal/credits" : "redirect:/portal/overview";
  }
}
