package dev.agora.bench.history;

import dev.agora.bench.measure.HttpConnection;
import dev.agora.local.infrastructure.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to ask for a page of the longest history.
 *
 * @param name in the report
 * @param path with its query
 */
record Question(String name, String path) {
  static final String PLAIN = "plain";
  private static final String HISTORY = "/api/v1/credits/transactions";
  private static final String OLDEST =
      """
      SELECT journal.at, reference, payer.agent_id AS other
      FROM wallet JOIN entry ON holder_id = wallet.id AND available_change IS NOT NULL
      JOIN journal ON journal.number = entry.number
      JOIN wallet AS payer ON payer.id = payer_id AND payer.id <> wallet.id
      WHERE wallet.agent_id = ? AND reference IS NOT NULL
      ORDER BY entry.version LIMIT 1
      """;
  private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
  private static final int LARGEST = 100;
  private static final int USUAL = 20;

  /** The plain one and one with each filter, all for what lies farthest back. */
  static List<Question> of(Ledger ledger) throws SQLException {
    List<Question> questions = new ArrayList<>();
    questions.add(new Question(PLAIN, HISTORY));
    questions.add(new Question("kind=TRANSFER", HISTORY + "?kind=TRANSFER"));
    questions.add(new Question("kind=PURCHASE, its first line", HISTORY + "?kind=PURCHASE"));
    Database database = ledger.database();
    try (Connection connection = Ledger.connect(database);
        PreparedStatement oldest = connection.prepareStatement(OLDEST)) {
      oldest.setString(1, ledger.agents().getFirst());
      try (ResultSet row = oldest.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("no payment to the first agent has a reference");
        }
        String at = row.getObject("at", OffsetDateTime.class).toInstant().toString();
        questions.add(new Question("from that day", HISTORY + "?from=" + at));
        questions.add(new Question("to, its first payments", HISTORY + "?to=" + at));
        questions.add(
            new Question(
                "counterparty of an early payment",
                HISTORY + "?counterparty=" + row.getString("other")));
        questions.add(
            new Question(
                "reference of an early payment",
                HISTORY + "?reference=" + row.getString("reference")));
      }
    }
    return questions;
  }

  /** The plain one at that page, reached as a caller does; earlier if the history ends before. */
  static Question atPage(int page, HttpConnection connection, String token) throws IOException {
    int left = (page - 1) * USUAL;
    String cursor = "";
    while (left > 0) {
      int limit = Math.min(left, LARGEST);
      String path = HISTORY + "?limit=" + limit + cursor;
      Matcher next = NEXT.matcher(connection.get(path, token).body());
      if (!next.find()) {
        break;
      }
      cursor = "&cursor=" + next.group(1);
      left -= limit;
    }
    int reached = page - left / USUAL;
    return new Question("plain, page %,d".formatted(reached), HISTORY + "?limit=20" + cursor);
  }
}
