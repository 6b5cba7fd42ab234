package dev.agora.ledger.statement;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.caller.Scope;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.TransactionKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How an agent came to have what it has. */
@RestController
class HistoryController {

  private final ReadableAgents agents;
  private final JdbcHistory history;
  private final HistoryCsv csv;

  HistoryController(ReadableAgents agents, JdbcHistory history, HistoryCsv csv) {
    this.agents = agents;
    this.history = history;
    this.csv = csv;
  }

  @GetMapping("/api/v1/credits/transactions")
  @AllowedTo(
      value = {Role.AGENT, Role.HUMAN},
      scopes = Scope.CREDITS_READ)
  @Nullable ResponseEntity<?> transactions(
      Caller caller,
      PageRequest page,
      @RequestParam(required = false) @Nullable String agent,
      @RequestParam(required = false) @Nullable TransactionKind kind,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String counterparty,
      @RequestParam(required = false) @Nullable String reference,
      @RequestHeader(name = "Accept", required = false) @Nullable String accept,
      HttpServletResponse response)
      throws IOException {
    OptionalLong before = before(page);
    if (before.isEmpty()) {
      return Problems.answer(
          Problem.of(CommonProblem.INVALID_CURSOR, "Take nextCursor of a page of this list.")
              .at("?cursor", "is no position in this list"));
    }
    Optional<AgentId> readable = agents.find(caller, agent);
    if (readable.isEmpty()) {
      return BalanceController.notFound();
    }
    HistoryFilter filter = new HistoryFilter(kind, from, to, counterparty, reference);
    if (accept != null && accept.startsWith("text/csv")) {
      csv.write(readable.get(), filter, response);
      return null;
    }
    List<HistoryItem> items =
        history.find(readable.get(), filter, before.getAsLong(), page.fetchLimit());
    return ResponseEntity.ok(page.pageOf(items, item -> Long.toString(item.version())));
  }

  private static OptionalLong before(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return OptionalLong.of(Long.MAX_VALUE);
    }
    return after.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(after))
        : OptionalLong.empty();
  }
}
