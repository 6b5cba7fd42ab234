package dev.agora.ledger.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * One moment of the ledger, seen through as many connections as are needed: nothing that is posted
 * meanwhile shows, and nobody waits for anybody.
 */
final class JdbcSnapshot implements AutoCloseable {

  private static final String CONNECT_SECONDS = "10";

  /** Rows in the order in which they lie, and no worker whose rows would come in between. */
  private static final String SETTINGS =
      """
      SET LOCAL synchronize_seqscans = off;
      SET LOCAL max_parallel_workers_per_gather = 0;
      SET LOCAL jit = off;
      SET LOCAL work_mem = '64MB';
      SET LOCAL statement_timeout = 0;
      SET LOCAL idle_in_transaction_session_timeout = 0
      """;

  private final AuditedDatabase database;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final String id;

  private JdbcSnapshot(AuditedDatabase database) throws SQLException {
    this.database = database;
    Connection first = connect();
    this.id = text(first, "SELECT pg_export_snapshot()");
    execute(first, SETTINGS);
  }

  static JdbcSnapshot of(AuditedDatabase database) {
    try {
      return new JdbcSnapshot(database);
    } catch (SQLException failed) {
      throw new AuditImpossible(
          "The ledger's database %s does not answer: %s.".formatted(database.url(), reason(failed)),
          failed);
    }
  }

  /** The rows of a query on a connection of its own, for as long as they take. */
  <T> Rows<T> stream(String query, Function<BinaryRow, T> read) {
    try {
      Connection connection = connect();
      execute(connection, "SET TRANSACTION SNAPSHOT '" + id + "'");
      execute(connection, SETTINGS);
      return JdbcCopy.of(connection, query, read, () -> close(connection));
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  /** All rows of a query that has few. */
  <T> List<T> list(String query, Function<BinaryRow, T> read) {
    try {
      List<T> all = new ArrayList<>();
      Rows<T> rows = JdbcCopy.of(connections.getFirst(), query, read, () -> {});
      for (T row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
      return all;
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  @Override
  public void close() {
    connections.forEach(JdbcSnapshot::close);
  }

  static String reason(SQLException failed) {
    String message = Objects.requireNonNullElse(failed.getMessage(), failed.getSQLState());
    return message.strip().replaceAll("\\s*\\R\\s*", "; ").replaceFirst("\\.$", "");
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password());
    properties.setProperty("ApplicationName", "ledger audit");
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    Connection connection = DriverManager.getConnection(database.url(), properties);
    connections.add(connection);
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  /** Not politely: a copy may be under way. */
  private static void close(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException gone) {
      // Then the server has ended it already.
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static AuditImpossible unreadable(SQLException failed) {
    return new AuditImpossible("The ledger can not be read: " + reason(failed) + ".", failed);
  }
}
