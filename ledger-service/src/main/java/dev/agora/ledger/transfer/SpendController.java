package dev.agora.ledger.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.request.RequestId;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.journal.PostingQueue;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Spend;
import dev.agora.ledger.posting.Transaction;
import dev.agora.ledger.problem.PaymentProblems;
import dev.agora.ledger.statement.Balance;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Premium features of the platform, which takes all of the amount. */
@RestController
class SpendController {

  private static final String FEATURE = "[a-z0-9][a-z0-9._-]{0,99}";
  private static final String NO_CONTROLS = "[^\\p{Cc}\\p{Cs}]*";

  private final PostingQueue queue;
  private final TransferIds ids;

  SpendController(PostingQueue queue, TransferIds ids) {
    this.queue = queue;
    this.ids = ids;
  }

  record SpendRequest(
      @NotNull @Pattern(regexp = FEATURE, message = "must be a feature's name, such as search.deep")
          String feature,
      @NotNull Credits amount,
      @Size(min = 1, max = 200)
          @Pattern(regexp = NO_CONTROLS, message = "must not contain control characters")
          @Nullable String reference) {}

  /**
   * What was paid.
   *
   * @param balance of the agent after it; absent in a repetition
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SpendResponse(
      String transaction,
      String feature,
      Credits amount,
      Instant at,
      @Nullable String reference,
      @Nullable Balance balance) {}

  @PostMapping("/api/v1/credits/spend")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_SPEND)
  ResponseEntity<?> spend(
      Caller caller, IdempotencyKey key, @Valid @RequestBody SpendRequest request) {
    Spend spend =
        new Spend(
            new PostingId(ids.next().replace("trf_", "spd_")),
            new AgentId(caller.id()),
            request.amount(),
            request.feature(),
            request.reference());
    return queue.post(key, spend, answer(spend));
  }

  private static Function<Outcome, ResponseEntity<?>> answer(Spend spend) {
    String requestId = RequestId.current();
    return outcome ->
        switch (outcome) {
          case Outcome.Accepted accepted -> {
            Instant at = accepted.transaction().at();
            var after = Objects.requireNonNull(accepted.wallets().get(spend.payer()));
            yield created(spend, accepted.transaction(), Balance.of(after, at));
          }
          case Outcome.AlreadyPosted(var transaction, var hold) ->
              created(spend, transaction, null);
          case Outcome.IdReusedWithOtherContent(var transaction) ->
              throw new IllegalStateException("a fresh id names " + transaction);
          case Outcome.Rejected(var reason, var grounds) ->
              PaymentProblems.answer(
                  PaymentProblems.refusal(spend.payer(), spend.payer(), reason, grounds),
                  requestId);
        };
  }

  private static ResponseEntity<?> created(
      Spend spend, Transaction transaction, @Nullable Balance balance) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new SpendResponse(
                transaction.id().value(),
                spend.feature(),
                transaction.amount(),
                transaction.at(),
                spend.reference(),
                balance));
  }
}
