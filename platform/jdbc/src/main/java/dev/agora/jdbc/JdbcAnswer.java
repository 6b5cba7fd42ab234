package dev.agora.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** The rows that a statement of a script finds; there once the script has run. */
public final class JdbcAnswer<T> {

  private @Nullable List<T> rows;

  JdbcAnswer() {}

  /** The answer of a statement that has nothing to look for. */
  public static <T> JdbcAnswer<T> none() {
    return known(List.of());
  }

  /** An answer that needs no statement. */
  public static <T> JdbcAnswer<T> known(List<T> rows) {
    JdbcAnswer<T> answer = new JdbcAnswer<>();
    answer.rows = List.copyOf(rows);
    return answer;
  }

  /**
   * All rows, in the statement's order.
   *
   * @throws IllegalStateException before the script has run
   */
  public List<T> rows() {
    List<T> found = rows;
    if (found == null) {
      throw new IllegalStateException("the script has not run yet");
    }
    return found;
  }

  /**
   * The only row.
   *
   * @throws IllegalStateException if there are none or several, or before the script has run
   */
  public T single() {
    List<T> found = rows();
    if (found.size() != 1) {
      throw new IllegalStateException("not one row but " + found.size());
    }
    return found.getFirst();
  }

  void read(PreparedStatement script, RowMapper<T> reader) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet results = script.getResultSet()) {
      while (results.next()) {
        found.add(reader.mapRow(results, found.size()));
      }
    }
    rows = found;
  }
}
