package dev.agora.ledger.statement;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.problem.LedgerProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One line of a history, with everything that it moved. */
@RestController
class TransactionController {

  private final ReadableAgents agents;
  private final JdbcTransactions transactions;

  TransactionController(ReadableAgents agents, JdbcTransactions transactions) {
    this.agents = agents;
    this.transactions = transactions;
  }

  @GetMapping("/api/v1/credits/transactions/{id}")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.CREDITS_READ)
  ResponseEntity<?> transaction(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String agent) {
    Optional<AgentId> readable = agents.find(caller, agent);
    if (readable.isEmpty()) {
      return BalanceController.notFound();
    }
    return transactions
        .find(readable.get(), id)
        .<ResponseEntity<?>>map(ResponseEntity::ok)
        .orElseGet(
            () ->
                Problems.answer(
                    Problem.of(
                        LedgerProblem.TRANSACTION_NOT_FOUND,
                        "This agent has no transaction of that id.")));
  }
}
