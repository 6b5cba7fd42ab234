package dev.agora.portal.transaction;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.HistoryFile;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.api.Listed;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import dev.agora.portal.page.Names;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What happened to an agent's credits; the filter is in the address, so that it can be shared. */
@Controller
class TransactionController {

  private static final List<String> KINDS =
      List.of(
          "PURCHASE",
          "TRANSFER",
          "REWARD",
          "SPEND",
          "HOLD",
          "CAPTURE",
          "RELEASE",
          "CONVERSION",
          "REFUND",
          "CLAWBACK",
          "REINSTATEMENT",
          "ADJUSTMENT");

  private final AgentChoice choice;
  private final LedgerApi ledger;
  private final HistoryFile file;
  private final Figures figures;

  TransactionController(AgentChoice choice, LedgerApi ledger, HistoryFile file, Figures figures) {
    this.choice = choice;
    this.ledger = ledger;
    this.file = file;
    this.figures = figures;
  }

  @GetMapping("/portal/transactions")
  String transactions(@RequestParam Map<String, String> asked, Model model) {
    Figure<Listed<Agent>> agents = choice.agents();
    Filter filter = Filter.of(asked, agents.value());
    model.addAttribute("agents", agents);
    model.addAttribute("names", Names.of(agents.value()));
    model.addAttribute("kinds", KINDS);
    model.addAttribute("filter", filter);
    if (filter.isReady()) {
      model.addAttribute(
          "movements",
          figures.read("transactions " + filter, () -> ledger.transactions(filter.forApi())));
    }
    return "transaction/transactions";
  }

  /** The whole filter, not the page: streamed from the ledger through to the browser. */
  @GetMapping("/portal/transactions/csv")
  ResponseEntity<StreamingResponseBody> csv(@RequestParam Map<String, String> asked) {
    Filter filter = Filter.of(asked, null);
    InputStream rows = file.open(filter.forCsv());
    StreamingResponseBody body =
        stream -> {
          try (rows) {
            rows.transferTo(stream);
          }
        };
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"agora-transactions.csv\"")
        .body(body);
  }
}
