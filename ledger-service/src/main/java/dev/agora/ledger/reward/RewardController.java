package dev.agora.ledger.reward;

import static dev.agora.audit.Act.REWARD_ASKED;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.problem.Problems;
import dev.agora.http.request.RequestId;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.journal.PostingQueue;
import dev.agora.ledger.posting.Operation;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.posting.Transaction;
import dev.agora.ledger.problem.PaymentProblems;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rewards for contributed knowledge, by its quality, out of the rewards account. */
@RestController
class RewardController {

  private final PostingQueue queue;
  private final AuditLog audit;

  RewardController(PostingQueue queue, AuditLog audit) {
    this.audit = audit;
    this.queue = queue;
  }

  /**
   * What to reward.
   *
   * @param quality from 0 to 1
   */
  record RewardRequest(
      @NotNull String agent,
      @NotNull Credits amount,
      @NotNull
          @Pattern(
              regexp = "0(\\.[0-9]{1,6})?|1(\\.0{1,6})?",
              message = "must be from 0 to 1, such as \"0.9\"")
          String quality,
      @NotBlank @Size(max = 500) String reason,
      @NotBlank @Size(max = 200) String reference) {}

  record RewardResponse(
      String transaction,
      String agent,
      Credits amount,
      String quality,
      String reason,
      String reference,
      Instant at) {}

  @PostMapping("/api/v1/credits/rewards")
  @AllowedTo(Role.OPERATOR)
  ResponseEntity<?> reward(IdempotencyKey key, @Valid @RequestBody RewardRequest request) {
    Optional<AgentId> agent = AgentId.parse(request.agent());
    if (agent.isEmpty()) {
      return Problems.answer(RewardProblems.refusal(Rejection.AGENT_UNKNOWN));
    }
    Operation.Reward reward =
        new Operation.Reward(
            new PostingId(
                "rwd_" + UuidCreator.getTimeOrderedEpochPlus1().toString().replace("-", "")),
            agent.get(),
            request.amount(),
            request.quality(),
            request.reason(),
            request.reference());
    // Before it is posted: many postings share a transaction, and none of them waits for its log.
    audit.record(
        Deed.of(REWARD_ASKED, reward.payee().value(), reward.id().value())
            .changing(Map.of(), Map.of("amount", request.amount().toString())));
    return queue.post(key, reward, answer(reward));
  }

  private static Function<Outcome, ResponseEntity<?>> answer(Operation.Reward reward) {
    String requestId = RequestId.current();
    return outcome ->
        switch (outcome) {
          case Outcome.Accepted accepted -> created(reward, accepted.transaction());
          case Outcome.AlreadyPosted(var transaction, var hold) -> created(reward, transaction);
          case Outcome.IdReusedWithOtherContent(var transaction) ->
              throw new IllegalStateException("a fresh id names " + transaction);
          case Outcome.Rejected(var reason, var grounds) -> refused(reason, requestId);
        };
  }

  private static ResponseEntity<?> refused(Rejection reason, @Nullable String requestId) {
    return PaymentProblems.answer(RewardProblems.refusal(reason), requestId);
  }

  private static ResponseEntity<?> created(Operation.Reward reward, Transaction transaction) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new RewardResponse(
                transaction.id().value(),
                reward.payee().value(),
                transaction.amount(),
                reward.quality(),
                reward.reason(),
                reward.reference(),
                transaction.at()));
  }
}
