package dev.agora.ledger.journal;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Statements that go to the database together, in one round trip, and run in their order. On busy
 * processors a round trip costs more than most statements do.
 */
final class JdbcScript {

  private final List<String> statements = new ArrayList<>();
  private final List<JdbcRows.Column> columns = new ArrayList<>();

  void add(String sql, List<JdbcRows.Column> parameters) {
    statements.add(sql);
    columns.addAll(parameters);
  }

  /** Runs all; none takes effect if one fails, for they share the caller's transaction. */
  void run(JdbcOperations jdbc) {
    if (!statements.isEmpty()) {
      jdbc.update(
          connection -> {
            PreparedStatement script = connection.prepareStatement(String.join(";\n", statements));
            JdbcRows.bind(connection, script, columns);
            return script;
          });
    }
  }
}
