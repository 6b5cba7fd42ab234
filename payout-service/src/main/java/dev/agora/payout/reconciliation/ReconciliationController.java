package dev.agora.payout.reconciliation;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The differences that are not mended, for operators. */
@RestController
class ReconciliationController {

  private final Breaks breaks;

  ReconciliationController(Breaks breaks) {
    this.breaks = breaks;
  }

  @GetMapping("/api/v1/payouts/breaks")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<Break> list(PageRequest page) {
    return page.pageOf(breaks.page(page), it -> it.kind() + " " + it.subject());
  }
}
