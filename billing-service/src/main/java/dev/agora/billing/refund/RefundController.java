package dev.agora.billing.refund;

import dev.agora.billing.BillingProblem;
import dev.agora.billing.purchase.PaymentError;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.idempotency.Idempotency;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asking for money back, and looking how that stands. */
@RestController
class RefundController {

  static final String PATH = "/api/v1/billing/purchases/{id}/refund";

  private final RequestRefund requestRefund;
  private final FindRefund findRefund;
  private final Idempotency idempotency;
  private final RefusedAnswers refusedAnswers;

  RefundController(
      RequestRefund requestRefund,
      FindRefund findRefund,
      Idempotency idempotency,
      RefusedAnswers refusedAnswers) {
    this.requestRefund = requestRefund;
    this.findRefund = findRefund;
    this.idempotency = idempotency;
    this.refusedAnswers = refusedAnswers;
  }

  /**
   * What the buyer says.
   *
   * @param reason in their own words
   */
  record RefundRequest(@Nullable @Size(max = 500) String reason) {}

  /** Answers what was stored, unless the ledger refuses within the wait. */
  @PostMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> refund(
      Caller caller,
      @PathVariable String id,
      IdempotencyKey key,
      @Valid @RequestBody RefundRequest request) {
    AtomicReference<@Nullable RefundId> started = new AtomicReference<>();
    ResponseEntity<?> answer =
        idempotency.once(
            key,
            () -> {
              RequestRefundResult result = requestRefund.request(caller.id(), id, request.reason());
              if (result instanceof RequestRefundResult.Requested(Refund refund)) {
                started.set(refund.id());
              }
              return answer(result);
            });
    RefundId refund = started.get();
    if (refund == null) {
      return answer;
    }
    Optional<ResponseEntity<?>> refusal =
        findRefund
            .awaitReserved(refund)
            .flatMap(found -> Optional.ofNullable(found.error()))
            .flatMap(RefundController::ofLedger);
    refusal.ifPresent(_ -> refusedAnswers.forget(key));
    return refusal.isPresent() ? refusal.get() : answer;
  }

  @GetMapping(PATH)
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> refund(Caller caller, @PathVariable String id) {
    return findRefund
        .ofHuman(caller.id(), id)
        .<ResponseEntity<?>>map(refund -> ResponseEntity.ok(RefundAnswer.of(refund)))
        .orElseGet(
            () -> problem(BillingProblem.REFUND_UNKNOWN, "You have asked for no refund of that."));
  }

  private static Optional<ResponseEntity<?>> ofLedger(PaymentError error) {
    return switch (error.code()) {
      case "nothing_to_refund" ->
          Optional.of(problem(BillingProblem.NOTHING_TO_REFUND, error.message()));
      case "agent_closed" -> Optional.of(problem(BillingProblem.AGENT_CLOSED, error.message()));
      default -> Optional.empty();
    };
  }

  private static ResponseEntity<?> answer(RequestRefundResult result) {
    return switch (result) {
      case RequestRefundResult.PurchaseUnknown _ ->
          problem(BillingProblem.PURCHASE_UNKNOWN, "You have no purchase of that id.");
      case RequestRefundResult.UnderWay _ ->
          problem(BillingProblem.REFUND_UNDER_WAY, "A refund of it has been asked for already.");
      case RequestRefundResult.AlreadyRefunded _ ->
          problem(BillingProblem.ALREADY_REFUNDED, "A purchase is given back once.");
      case RequestRefundResult.NotRefundable(var status) ->
          problem(
              BillingProblem.NOT_REFUNDABLE,
              "Only a completed purchase can be given back; this one is "
                  + status.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + ".");
      case RequestRefundResult.Requested(Refund refund) ->
          ResponseEntity.accepted().body(RefundAnswer.of(refund));
    };
  }

  private static ResponseEntity<?> problem(BillingProblem code, String detail) {
    return Problems.answer(Problem.of(code, detail));
  }
}
