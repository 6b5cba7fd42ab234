package dev.agora.payout.statement;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an owner was paid in a year, and what all were. */
@RestController
class StatementController {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9998;

  private final JdbcStatements statements;
  private final StatementCsv csv;
  private final InstantSource clock;

  StatementController(JdbcStatements statements, StatementCsv csv, InstantSource clock) {
    this.statements = statements;
    this.csv = csv;
    this.clock = clock;
  }

  @GetMapping("/api/v1/payouts/statement")
  @AllowedTo(Role.HUMAN)
  @Nullable ResponseEntity<?> statement(
      Caller caller,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestHeader(name = "Accept", required = false) @Nullable String accept,
      HttpServletResponse response)
      throws IOException {
    int wanted = yearOr(year);
    if (isOutside(wanted)) {
      return outside();
    }
    if (accept != null && accept.startsWith("text/csv")) {
      csv.write(caller.id(), wanted, response);
      return null;
    }
    return ResponseEntity.ok(statements.total(caller.id(), wanted));
  }

  @GetMapping("/api/v1/payouts/yearly-totals")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  ResponseEntity<?> totals(
      @RequestParam(required = false) @Nullable Integer year, PageRequest page) {
    int wanted = yearOr(year);
    return isOutside(wanted)
        ? outside()
        : ResponseEntity.ok(page.pageOf(statements.totals(wanted, page), YearlyTotal::human));
  }

  private int yearOr(@Nullable Integer year) {
    return year == null ? clock.instant().atOffset(ZoneOffset.UTC).getYear() : year;
  }

  private static boolean isOutside(int year) {
    return year < FIRST_YEAR || year > LAST_YEAR;
  }

  private static ResponseEntity<?> outside() {
    return Problems.answer(
        Problem.of(CommonProblem.INVALID_REQUEST, "There is nothing of such a year.")
            .at("?year", "must be from %d to %d".formatted(FIRST_YEAR, LAST_YEAR)));
  }
}
