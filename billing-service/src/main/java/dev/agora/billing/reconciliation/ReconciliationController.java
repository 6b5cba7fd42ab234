package dev.agora.billing.reconciliation;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators and auditors whether the ledger and Stripe agree. */
@RestController
class ReconciliationController {

  private final FindDifferences findDifferences;

  ReconciliationController(FindDifferences findDifferences) {
    this.findDifferences = findDifferences;
  }

  /**
   * Both sides as callers see them.
   *
   * @param explained whether every cent is
   */
  record ReconciliationAnswer(
      boolean explained,
      Usd bookedUsd,
      Usd statementUsd,
      @Nullable Usd balanceUsd,
      Usd unexplainedUsd,
      long differences,
      long quarantined,
      @Nullable Instant readUntil,
      @Nullable Instant balanceAt) {

    static ReconciliationAnswer of(Reconciliation now) {
      return new ReconciliationAnswer(
          now.isExplained(),
          now.bookedUsd(),
          now.statementUsd(),
          now.balanceUsd(),
          now.unexplainedUsd(),
          now.differences(),
          now.quarantined(),
          now.readUntil(),
          now.balanceAt());
    }
  }

  @GetMapping("/api/v1/billing/reconciliation")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  ReconciliationAnswer reconciliation() {
    return ReconciliationAnswer.of(findDifferences.summary());
  }

  @GetMapping("/api/v1/billing/reconciliation/differences")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<Difference> differences(
      @RequestParam(required = false) @Nullable DifferenceKind kind, PageRequest page) {
    return findDifferences.page(kind, page);
  }
}
