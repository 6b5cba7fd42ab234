package dev.agora.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Moments out of columns of type {@code timestamptz}. PostgreSQL's driver gives them as {@link
 * OffsetDateTime} only, which JDBC 4.2 (section 3.1) asks of it, and never as {@link Instant}.
 */
public final class JdbcInstants {

  private JdbcInstants() {}

  /**
   * The moment in a column that is declared {@code NOT NULL}.
   *
   * @throws SQLException if there is no such column, or nothing in it
   */
  public static Instant read(ResultSet row, String column) throws SQLException {
    Instant moment = readOrNull(row, column);
    if (moment == null) {
      throw new SQLException("column " + column + " has no moment in it");
    }
    return moment;
  }

  /**
   * The moment in a column, or null if there is none in it.
   *
   * @throws SQLException if there is no such column
   */
  public static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
