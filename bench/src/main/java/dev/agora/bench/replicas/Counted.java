package dev.agora.bench.replicas;

import dev.agora.local.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the database has counted so far.
 *
 * @param transfers in the journal
 * @param deadlocks of this database
 */
record Counted(long transfers, long deadlocks) {
  private static final String COUNT =
      """
      SELECT (SELECT count(*) FROM journal WHERE kind = 'TRANSFER') AS transfers,
        (SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()) AS deadlocks
      """;

  static Counted now(Database database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNT)) {
      row.next();
      return new Counted(row.getLong("transfers"), row.getLong("deadlocks"));
    }
  }
}
