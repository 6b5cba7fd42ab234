package dev.agora.ledger.transfer;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.FreshIds;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.agent.KnownAgents;
import dev.agora.ledger.journal.PostingQueue;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.problem.LedgerProblem;
import dev.agora.ledger.problem.PaymentProblems;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payments over HTTP. */
@RestController
class TransferController {

  private static final String NO_CONTROLS = "[^\\p{Cc}\\p{Cs}]*";
  private static final String NO_CONTROLS_CLAUSE = "must not contain control characters";

  private final PostingQueue queue;
  private final KnownAgents agents;
  private final JdbcTransfers transfers;
  private final TransferIds ids;
  private final Economy economy;

  TransferController(
      PostingQueue queue,
      KnownAgents agents,
      JdbcTransfers transfers,
      TransferIds ids,
      Economy economy) {
    this.queue = queue;
    this.agents = agents;
    this.transfers = transfers;
    this.ids = ids;
    this.economy = economy;
  }

  record TransferRequest(
      @NotNull String to,
      @NotNull Credits amount,
      @Size(max = 500) @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_CLAUSE)
          @Nullable String memo,
      @Size(min = 1, max = 200) @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_CLAUSE)
          @Nullable String reference,
      @Size(max = 20)
          @Nullable
              Map<
                  @Size(min = 1, max = 40)
                  @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_CLAUSE) String,
                  @NotNull @Size(max = 500)
                  @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_CLAUSE) String>
              metadata) {

    Note note() {
      return new Note(reference, memo, metadata == null ? Map.of() : metadata);
    }
  }

  @PostMapping("/api/v1/credits/transfer")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_SPEND)
  ResponseEntity<?> pay(
      Caller caller, IdempotencyKey key, @Valid @RequestBody TransferRequest request) {
    Optional<AgentId> payee = AgentId.parse(request.to());
    if (payee.isEmpty()) {
      return Problems.answer(PaymentProblems.noPayee(request.to()));
    }
    AgentId payer = new AgentId(caller.id());
    ResponseEntity<?> answer = post(key, payer, payee.get(), request);
    if (answer.getStatusCode() != HttpStatus.NOT_FOUND) {
      return answer;
    }
    // One side is not known here; perhaps its event is still on the way.
    boolean bothKnown =
        FreshIds.await(() -> agents.find(payee.get())).isPresent()
            && FreshIds.await(() -> agents.find(payer)).isPresent();
    return bothKnown ? post(key, payer, payee.get(), request) : answer;
  }

  @GetMapping("/api/v1/credits/transfers/{id}")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.CREDITS_READ)
  ResponseEntity<?> transfer(Caller caller, @PathVariable String id) {
    return transfers
        .find(id, caller.id())
        .<ResponseEntity<?>>map(ResponseEntity::ok)
        .orElseGet(
            () ->
                Problems.answer(
                    Problem.of(
                        LedgerProblem.TRANSFER_NOT_FOUND,
                        "You are on neither side of " + id + ".")));
  }

  private ResponseEntity<?> post(
      IdempotencyKey key, AgentId payer, AgentId payee, TransferRequest request) {
    Posting.Transfer transfer =
        new Posting.Transfer(
            new PostingId(ids.next()),
            payer,
            payee,
            request.amount(),
            economy.transferFee(),
            request.note());
    return queue.post(key, transfer, TransferAnswers.to(transfer));
  }
}
