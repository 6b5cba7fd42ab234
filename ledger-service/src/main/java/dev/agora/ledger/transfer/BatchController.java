package dev.agora.ledger.transfer;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.FreshIds;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.agent.KnownAgents;
import dev.agora.ledger.journal.PostingGroup;
import dev.agora.ledger.journal.PostingQueue;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.transfer.TransferController.TransferRequest;
import dev.agora.money.Economy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Many payments of one agent in one call, in one transaction. */
@RestController
class BatchController {

  /** Stands for a payee whose id no agent can have. */
  private static final AgentId NOBODY = new AgentId("agt_" + "0".repeat(32));

  private final PostingQueue queue;
  private final KnownAgents agents;
  private final TransferIds ids;
  private final Economy economy;

  BatchController(PostingQueue queue, KnownAgents agents, TransferIds ids, Economy economy) {
    this.queue = queue;
    this.agents = agents;
    this.ids = ids;
    this.economy = economy;
  }

  /**
   * Payments in the order in which they are made.
   *
   * @param atomic all or none; by default each on its own
   */
  record BatchRequest(
      @NotNull @Size(min = 1, max = PostingGroup.MAX)
          List<@NotNull @Valid TransferRequest> transfers,
      @Nullable Boolean atomic) {}

  @PostMapping("/api/v1/credits/transfers")
  @AllowedTo(value = Role.AGENT, scopes = Scope.CREDITS_SPEND)
  ResponseEntity<?> pay(
      Caller caller, IdempotencyKey key, @Valid @RequestBody BatchRequest request) {
    AgentId payer = new AgentId(caller.id());
    awaitAll(payer, request.transfers());
    List<Posting.Transfer> transfers =
        request.transfers().stream().map(one -> posting(payer, one)).toList();
    boolean atomic = Boolean.TRUE.equals(request.atomic());
    List<String> payees = request.transfers().stream().map(TransferRequest::to).toList();
    return queue.post(
        key,
        new PostingGroup(List.copyOf(transfers), atomic),
        BatchAnswers.to(transfers, payees, atomic));
  }

  /** Perhaps the events of some are still on the way; what stays unknown is refused later. */
  private void awaitAll(AgentId payer, List<TransferRequest> transfers) {
    Set<AgentId> named = new HashSet<>(Set.of(payer));
    transfers.forEach(transfer -> AgentId.parse(transfer.to()).ifPresent(named::add));
    FreshIds.await(() -> agents.areKnown(named) ? Optional.of(named) : Optional.empty());
  }

  private Posting.Transfer posting(AgentId payer, TransferRequest request) {
    return new Posting.Transfer(
        new PostingId(ids.next()),
        payer,
        AgentId.parse(request.to()).orElse(NOBODY),
        request.amount(),
        economy.transferFee(),
        request.note());
  }
}
