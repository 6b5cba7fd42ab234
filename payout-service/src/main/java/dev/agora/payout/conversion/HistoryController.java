package dev.agora.payout.conversion;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a conversion came to stand where it does: its credits, its dollars, its way to the bank. */
@RestController
class HistoryController {

  private final FindConversion findConversion;

  HistoryController(FindConversion findConversion) {
    this.findConversion = findConversion;
  }

  @GetMapping("/api/v1/billing/conversions/{id}/history")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> history(Caller caller, @PathVariable String id) {
    Optional<List<HistoryEntry>> found = findConversion.historyOfCaller(caller, id);
    return found.isPresent()
        ? ResponseEntity.ok(new Page<>(found.get(), null))
        : ConversionProblems.conversionUnknown();
  }
}
