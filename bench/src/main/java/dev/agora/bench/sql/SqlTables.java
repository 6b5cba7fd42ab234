package dev.agora.bench.sql;

import dev.agora.local.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables that the baselines write, in the same PostgreSQL, with the same durability. */
public final class SqlTables {
  static final int FEE_ACCOUNT = 0;

  private static final String CREATE =
      """
      DROP SCHEMA IF EXISTS bench CASCADE;
      CREATE SCHEMA bench;
      CREATE TABLE bench.account (id int PRIMARY KEY, balance bigint NOT NULL CHECK (balance >= 0))
        WITH (fillfactor = 50);
      CREATE TABLE bench.transfer (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, idempotency_key text NOT NULL UNIQUE,
        payer int NOT NULL, payee int NOT NULL, amount bigint NOT NULL, at timestamptz DEFAULT now());
      CREATE TABLE bench.entry (
        transfer bigint NOT NULL, account int NOT NULL, units bigint NOT NULL,
        PRIMARY KEY (account, transfer));
      CREATE TABLE bench.outbox (id uuid PRIMARY KEY DEFAULT uuidv7(), payload bytea NOT NULL);
      CREATE TABLE bench.mark (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
      """;

  private final Database database;
  private final int accounts;

  private SqlTables(Database database, int accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /** Makes them anew, with accounts 1 to that number and a rich balance each. */
  public static SqlTables create(Database database, int accounts) throws SQLException {
    SqlTables tables = new SqlTables(database, accounts);
    try (Connection connection = tables.connect();
        Statement statement = connection.createStatement();
        PreparedStatement fill =
            connection.prepareStatement(
                "INSERT INTO bench.account SELECT i, 1000000000 FROM generate_series(0, ?) AS i")) {
      statement.execute(CREATE);
      fill.setInt(1, accounts);
      fill.executeUpdate();
      statement.execute("VACUUM ANALYZE bench.account");
    }
    return tables;
  }

  int accounts() {
    return accounts;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
