package dev.agora.bench.history;

import dev.agora.bench.engine.Crowd;
import dev.agora.bench.engine.Engine;
import dev.agora.bench.engine.Fill;
import dev.agora.bench.system.Servers;
import dev.agora.local.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A ledger with a past.
 *
 * @param agents their ids; the first one has the longest history
 * @param entries how many there were before anything was measured
 */
record Ledger(Database database, List<String> agents, long entries) {

  /** Makes one with at least so many entries of payments, beside those that gave agents credits. */
  static Ledger fill(Servers servers, String name, int agents, long entries) throws Exception {
    Database database = servers.database(name);
    try (Engine engine = Engine.start(database)) {
      Crowd crowd = engine.populate(agents);
      Fill.run(engine, crowd, entries);
      settle(database);
      servers.checkpoint();
      return new Ledger(database, crowd.ids(), count(database));
    }
  }

  static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  /**
   * As if the past had been some time ago: its messages are read and gone, and what PostgreSQL does
   * in the background is done.
   */
  private static void settle(Database database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE outbox");
      statement.execute("VACUUM ANALYZE wallet, lot, journal, entry, batch");
    }
  }

  private static long count(Database database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT coalesce(sum(entries), 0) FROM batch")) {
      row.next();
      return row.getLong(1);
    }
  }
}
