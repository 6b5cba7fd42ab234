package dev.agora.ledger.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The rows of one query as PostgreSQL sends them, while it makes the next ones. */
final class JdbcCopy<T> implements Rows<T> {

  private final CopyOut copy;
  private final Function<BinaryRow, T> read;
  private final Runnable atEnd;
  private final BinaryRow row = new BinaryRow();
  private boolean ended;

  private JdbcCopy(CopyOut copy, Function<BinaryRow, T> read, Runnable atEnd) {
    this.copy = copy;
    this.read = read;
    this.atEnd = atEnd;
  }

  static <T> JdbcCopy<T> of(
      Connection connection, String query, Function<BinaryRow, T> read, Runnable atEnd)
      throws SQLException {
    String sql = "COPY (" + query + ") TO STDOUT (FORMAT binary)";
    return new JdbcCopy<>(
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql), read, atEnd);
  }

  @Override
  public @Nullable T next() {
    try {
      while (!ended) {
        byte[] message = copy.readFromCopy();
        if (message == null) {
          ended = true;
          atEnd.run();
        } else if (row.take(message)) {
          return read.apply(row);
        }
      }
      return null;
    } catch (SQLException failed) {
      throw new AuditImpossible(
          "The database stopped answering: " + JdbcSnapshot.reason(failed) + ".", failed);
    }
  }
}
