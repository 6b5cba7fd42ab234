package dev.agora.payout.statement;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An owner's year as RFC 4180 text, written while it is read; nothing in it is anybody's words. */
@Component
class StatementCsv {

  private static final int ROWS_AT_ONCE = 500;
  private static final String HEADER =
      "conversion,agent,completedAt,credits,grossUsd,feeUsd,netUsd,reversedUsd,payoutStatus,"
          + "stripeTransfer,stripePayout";

  private final JdbcStatements statements;

  StatementCsv(JdbcStatements statements) {
    this.statements = statements;
  }

  void write(String humanId, int year, HttpServletResponse response) throws IOException {
    List<Line> lines = statements.lines(humanId, year, null, ROWS_AT_ONCE);
    response.setContentType("text/csv;charset=UTF-8;header=present");
    response.setHeader("Content-Disposition", "attachment; filename=\"payouts-" + year + ".csv\"");
    Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    out.write(HEADER + "\r\n");
    while (!lines.isEmpty()) {
      for (Line line : lines) {
        out.write(text(line));
      }
      lines = statements.lines(humanId, year, lines.getLast(), ROWS_AT_ONCE);
    }
    out.flush();
  }

  static String text(Line line) {
    return Stream.of(
                line.conversion(),
                line.agent(),
                line.completedAt().toString(),
                line.credits().toString(),
                line.gross().toString(),
                line.fee().toString(),
                line.net().toString(),
                line.reversed().toString(),
                line.payoutStatus(),
                line.transferId(),
                line.payoutId() == null ? "" : line.payoutId())
            .collect(Collectors.joining(","))
        + "\r\n";
  }
}
