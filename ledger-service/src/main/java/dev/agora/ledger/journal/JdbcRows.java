package dev.agora.ledger.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Any number of rows for one statement: each parameter is a column, bound as an array that the
 * statement unnests.
 */
final class JdbcRows<T> {

  /**
   * One parameter.
   *
   * @param array of the values' own type, which lets the driver send them in binary
   */
  record Column(
      String type, List<@Nullable Object> values, IntFunction<@Nullable Object[]> array) {}

  private final Collection<T> rows;
  private final List<Column> columns = new ArrayList<>();

  private JdbcRows(Collection<T> rows) {
    this.rows = rows;
  }

  static <T> JdbcRows<T> of(Collection<T> rows) {
    return new JdbcRows<>(rows);
  }

  JdbcRows<T> longs(Function<T, @Nullable Long> value) {
    return column("bigint", value, Long[]::new);
  }

  JdbcRows<T> texts(Function<T, @Nullable String> value) {
    return column("text", value, String[]::new);
  }

  JdbcRows<T> bytes(Function<T, byte[]> value) {
    return column("bytea", value, byte[][]::new);
  }

  /** A parameter that is an array of its own, whatever rows there are. */
  JdbcRows<T> array(List<Long> values) {
    columns.add(new Column("bigint", new ArrayList<>(values), Long[]::new));
    return this;
  }

  /** Adds the statement, unless there are no rows. */
  void update(JdbcScript script, String sql) {
    if (!rows.isEmpty()) {
      script.add(sql, columns);
    }
  }

  PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(connection, statement, columns);
    return statement;
  }

  static void bind(Connection connection, PreparedStatement statement, List<Column> columns)
      throws SQLException {
    int index = 1;
    for (Column column : columns) {
      statement.setArray(
          index++,
          connection.createArrayOf(column.type(), column.values().toArray(column.array())));
    }
  }

  private JdbcRows<T> column(
      String type,
      Function<T, ? extends @Nullable Object> value,
      IntFunction<@Nullable Object[]> array) {
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(value.apply(row)));
    columns.add(new Column(type, values, array));
    return this;
  }
}
