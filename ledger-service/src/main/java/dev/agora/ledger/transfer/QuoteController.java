package dev.agora.ledger.transfer;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.StoredAnswer;
import dev.agora.http.page.FreshIds;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.agent.KnownAgents;
import dev.agora.ledger.journal.Postings;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Wallet;
import dev.agora.ledger.problem.PaymentProblems;
import dev.agora.ledger.statement.Balance;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a payment would cost, without paying. */
@RestController
class QuoteController {

  private final Postings postings;
  private final KnownAgents agents;
  private final TransferIds ids;
  private final Economy economy;

  QuoteController(Postings postings, KnownAgents agents, TransferIds ids, Economy economy) {
    this.postings = postings;
    this.agents = agents;
    this.ids = ids;
    this.economy = economy;
  }

  record QuoteRequest(@NotNull String to, @NotNull Credits amount) {}

  /**
   * The figures of a payment.
   *
   * @param balance of the payer after it; null if it would be refused
   * @param refusal why it would be refused at this moment; null if it would not
   */
  record Quote(
      String from,
      String to,
      Credits amount,
      Credits fee,
      int feeBps,
      Credits net,
      @Nullable Balance balance,
      @Nullable Problem refusal) {}

  @PostMapping("/api/v1/credits/quote")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_READ)
  ResponseEntity<?> quote(Caller caller, @Valid @RequestBody QuoteRequest request) {
    Optional<AgentId> payee =
        AgentId.parse(request.to()).filter(id -> FreshIds.await(() -> agents.find(id)).isPresent());
    if (payee.isEmpty()) {
      return Problems.answer(PaymentProblems.noPayee(request.to()));
    }
    Posting.Transfer transfer =
        new Posting.Transfer(
            new PostingId(ids.next()),
            new AgentId(caller.id()),
            payee.get(),
            request.amount(),
            economy.transferFee(),
            Note.NONE);
    return switch (postings.preview(transfer)) {
      case Outcome.Accepted accepted -> {
        Wallet after = Objects.requireNonNull(accepted.wallets().get(transfer.payer()));
        yield answer(transfer, Balance.of(after, accepted.transaction().at()), null);
      }
      case Outcome.Rejected(var reason, var grounds) -> {
        Problem refusal = TransferAnswers.refusal(transfer, reason, grounds);
        // What the business decides is what was asked; a wrong request is wrong here, too.
        yield StoredAnswer.isFinal(refusal.code().status())
            ? answer(transfer, null, refusal)
            : Problems.answer(refusal);
      }
      case Outcome.AlreadyPosted already ->
          throw new IllegalStateException("a fresh id names " + already.transaction());
      case Outcome.IdReusedWithOtherContent reused ->
          throw new IllegalStateException("a fresh id names " + reused.transaction());
    };
  }

  private static ResponseEntity<?> answer(
      Posting.Transfer transfer, @Nullable Balance balance, @Nullable Problem refusal) {
    Credits fee = transfer.feeRate().of(transfer.amount());
    return ResponseEntity.ok(
        new Quote(
            transfer.payer().value(),
            transfer.payee().value(),
            transfer.amount(),
            fee,
            transfer.feeRate().basisPoints(),
            transfer.amount().minus(fee),
            balance,
            refusal));
  }
}
