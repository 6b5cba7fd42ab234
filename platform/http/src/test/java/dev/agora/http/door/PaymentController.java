package dev.agora.http.door;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.Idempotency;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemCode;
import dev.agora.http.problem.ProblemTerms;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentController {

  enum PaymentProblem implements ProblemCode {
    INSUFFICIENT_CREDITS(402),
    SELF_PAYMENT(422);

    private final ProblemTerms terms;

    PaymentProblem(int status) {
      this.terms = new ProblemTerms(status, "No.", false);
    }

    @Override
    public ProblemTerms terms() {
      return terms;
    }
  }

  record PaymentRequest(@NotNull Credits amount) {}

  record PaymentResponse(String by, Credits amount) {}

  private final Idempotency idempotency;
  private final Payments payments;
  private final Gate gate;

  PaymentController(Idempotency idempotency, Payments payments, Gate gate) {
    this.idempotency = idempotency;
    this.payments = payments;
    this.gate = gate;
  }

  @PostMapping("/payments")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_SPEND)
  ResponseEntity<?> pay(
      Caller caller, IdempotencyKey key, @Valid @RequestBody PaymentRequest request) {
    return idempotency.once(key, () -> pay(caller, request.amount()));
  }

  private ResponseEntity<?> pay(Caller caller, Credits amount) {
    gate.pass();
    payments.pay(caller.id(), amount.toString());
    if (amount.equals(Credits.of(402))) {
      return Problems.answer(
          Problem.of(PaymentProblem.INSUFFICIENT_CREDITS, "Not enough.")
              .with("missing", Credits.of(2)));
    } else if (amount.equals(Credits.of(422))) {
      return Problems.answer(Problem.of(PaymentProblem.SELF_PAYMENT, "To oneself."));
    } else if (amount.equals(Credits.of(500))) {
      throw new IllegalStateException("a secret of the house");
    }
    return ResponseEntity.created(URI.create("/payments/1"))
        .body(new PaymentResponse(caller.id(), amount));
  }
}
