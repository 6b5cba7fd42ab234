package dev.agora.portal.platform;

import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.page.Figures;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the platform stands, for operators; the API decides who they are. */
@Controller
class PlatformController {

  private static final int DAYS_MAX = 366;

  private final LedgerApi ledger;
  private final Figures figures;
  private final Clock clock;

  PlatformController(LedgerApi ledger, Figures figures, Clock clock) {
    this.ledger = ledger;
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping("/portal/platform")
  String platform(@RequestParam(defaultValue = "30") int days, Model model) {
    LocalDate today = LocalDate.now(clock);
    LocalDate from = today.minusDays(Math.clamp(days, 1, DAYS_MAX) - 1L);
    model.addAttribute("days", days);
    model.addAttribute(
        "figures",
        figures.read("platform " + from, () -> ledger.platform(from.toString(), today.toString())));
    model.addAttribute("proof", figures.read("proof", ledger::proof));
    return "platform/platform";
  }
}
