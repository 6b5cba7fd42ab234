package dev.agora.ledger.statement;

import dev.agora.ledger.account.AgentId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A whole history as RFC 4180 text, written while it is read, newest first. What is posted
 * meanwhile is newer than its first line and not in it.
 */
@Component
class HistoryCsv {

  private static final int ROWS_AT_ONCE = 500;
  private static final String HEADER =
      "id,kind,amount,balanceAfter,heldChange,heldAfter,frozenAfter,counterparty,hold,memo,reference,at";

  private final JdbcHistory history;

  HistoryCsv(JdbcHistory history) {
    this.history = history;
  }

  void write(AgentId agent, HistoryFilter filter, HttpServletResponse response) throws IOException {
    List<HistoryItem> items = history.find(agent, filter, Long.MAX_VALUE, ROWS_AT_ONCE);
    response.setContentType("text/csv;charset=UTF-8;header=present");
    response.setHeader("Content-Disposition", "attachment; filename=\"transactions.csv\"");
    Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    out.write(HEADER + "\r\n");
    while (!items.isEmpty()) {
      for (HistoryItem item : items) {
        out.write(line(item));
      }
      items = history.find(agent, filter, items.getLast().version(), ROWS_AT_ONCE);
    }
    out.flush();
  }

  static String line(HistoryItem item) {
    return Stream.of(
                item.id(),
                item.kind().name(),
                item.amount().toString(),
                item.balanceAfter().toString(),
                item.heldChange().toString(),
                item.heldAfter().toString(),
                item.frozenAfter().toString(),
                text(item.counterparty()),
                text(item.hold()),
                words(item.memo()),
                words(item.reference()),
                item.at().toString())
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** Words of others; a spreadsheet must not take them for a formula. */
  private static String words(@Nullable String text) {
    String plain = text(text);
    boolean formula = !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + plain.replace("\"", "\"\"") + "\"";
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
