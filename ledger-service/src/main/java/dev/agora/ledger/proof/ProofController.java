package dev.agora.ledger.proof;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.problem.LedgerProblem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The proof over HTTP, one at a time, because anyone may ask for it. */
@RestController
class ProofController {

  private static final long WAIT_MAX_SECONDS = 3;

  private final ProveLedger ledger;
  private final Semaphore turn = new Semaphore(1, true);

  ProofController(ProveLedger ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/api/v1/ledger/proof")
  @AllowedTo({
    Role.ANONYMOUS,
    Role.AGENT,
    Role.HUMAN,
    Role.OPERATOR,
    Role.ARBITER,
    Role.AUDITOR,
    Role.GATEWAY
  })
  ResponseEntity<?> proof() throws InterruptedException {
    if (!turn.tryAcquire(WAIT_MAX_SECONDS, TimeUnit.SECONDS)) {
      return Problems.answer(
          Problem.of(LedgerProblem.LEDGER_BUSY, "Another proof is being made; ask again."));
    }
    try {
      return ResponseEntity.ok(ledger.prove());
    } finally {
      turn.release();
    }
  }
}
