package dev.agora.bench.sql;

import dev.agora.bench.measure.Workers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** The baseline of S4: one row, one commit. */
public final class BareCommit implements Workers.Worker {
  private final Connection connection;
  private final PreparedStatement insert;

  public BareCommit(SqlTables tables) throws SQLException {
    connection = tables.connect();
    insert = connection.prepareStatement("INSERT INTO bench.mark DEFAULT VALUES");
  }

  @Override
  public int call(RandomGenerator random) throws SQLException {
    insert.executeUpdate();
    return 1;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
