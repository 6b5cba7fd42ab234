package dev.agora.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Any number of rows for one statement: each parameter is a column, bound as an array that the
 * statement unnests or compares with.
 */
public final class JdbcRows<T> {

  private final Collection<T> rows;
  private final List<JdbcColumn> columns = new ArrayList<>();

  private JdbcRows(Collection<T> rows) {
    this.rows = rows;
  }

  public static <T> JdbcRows<T> of(Collection<T> rows) {
    return new JdbcRows<>(rows);
  }

  public JdbcRows<T> longs(Function<T, @Nullable Long> value) {
    columns.add(JdbcColumn.of(rows, value, "bigint", Long[]::new));
    return this;
  }

  public JdbcRows<T> texts(Function<T, @Nullable String> value) {
    columns.add(JdbcColumn.of(rows, value, "text", String[]::new));
    return this;
  }

  public JdbcRows<T> uuids(Function<T, @Nullable UUID> value) {
    columns.add(JdbcColumn.of(rows, value, "uuid", UUID[]::new));
    return this;
  }

  public JdbcRows<T> bytes(Function<T, byte[]> value) {
    columns.add(JdbcColumn.of(rows, value, "bytea", byte[][]::new));
    return this;
  }

  /** A parameter that is an array of its own, whatever rows there are. */
  public JdbcRows<T> array(Collection<Long> values) {
    columns.add(JdbcColumn.longs(values));
    return this;
  }

  /** Adds the statement to the script, unless there are no rows. */
  public void update(JdbcScript script, String sql) {
    if (!rows.isEmpty()) {
      script.add(sql, columns);
    }
  }

  /** Adds the question to the script; without rows its answer is empty. */
  public <R> JdbcAnswer<R> ask(JdbcScript script, String sql, RowMapper<R> reader) {
    return rows.isEmpty() ? JdbcAnswer.none() : script.ask(sql, columns, reader);
  }
}
