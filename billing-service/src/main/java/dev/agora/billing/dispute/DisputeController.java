package dev.agora.billing.dispute;

import dev.agora.billing.BillingProblem;
import dev.agora.billing.purchase.FindPurchase;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a dispute did to a purchase. */
@RestController
class DisputeController {

  private final FindPurchase findPurchase;
  private final Disputes disputes;

  DisputeController(FindPurchase findPurchase, Disputes disputes) {
    this.findPurchase = findPurchase;
    this.disputes = disputes;
  }

  /**
   * A dispute as callers see it.
   *
   * @param frozen credits, null for a moment at the start
   * @param recovered null until it is closed, as are debt and loss
   */
  record DisputeAnswer(
      String id,
      DisputeStatus status,
      String purchase,
      String agent,
      Usd amountUsd,
      String reason,
      @Nullable Credits frozen,
      @Nullable Credits recovered,
      @Nullable Credits debt,
      @Nullable Credits loss,
      Instant createdAt) {

    static DisputeAnswer of(Dispute dispute) {
      DisputeOutcome outcome = dispute.outcome();
      return new DisputeAnswer(
          dispute.id().value(),
          dispute.status(),
          dispute.purchaseId().value(),
          dispute.agentId(),
          dispute.amount(),
          dispute.reason(),
          dispute.frozen(),
          outcome == null ? null : outcome.recovered(),
          outcome == null ? null : outcome.debt(),
          outcome == null ? null : outcome.loss(),
          dispute.createdAt());
    }
  }

  @GetMapping("/api/v1/billing/purchases/{id}/dispute")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> dispute(Caller caller, @PathVariable String id) {
    return findPurchase
        .ofHuman(caller.id(), id)
        .flatMap(purchase -> disputes.latestOf(purchase.id()))
        .<ResponseEntity<?>>map(dispute -> ResponseEntity.ok(DisputeAnswer.of(dispute)))
        .orElseGet(
            () ->
                Problems.answer(
                    Problem.of(
                        BillingProblem.DISPUTE_UNKNOWN, "No purchase of yours is disputed so.")));
  }
}
