package dev.agora.jdbc;

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
 * One parameter: the values of a column, bound as an array.
 *
 * @param type PostgreSQL's name for the values
 * @param array of the values' own Java type, which lets the driver send them in binary
 */
public record JdbcColumn(
    String type, List<@Nullable Object> values, IntFunction<@Nullable Object[]> array) {

  public static JdbcColumn longs(Collection<Long> values) {
    return of(values, value -> value, "bigint", Long[]::new);
  }

  public static JdbcColumn texts(Collection<String> values) {
    return of(values, value -> value, "text", String[]::new);
  }

  static <T> JdbcColumn of(
      Collection<T> rows,
      Function<T, ? extends @Nullable Object> value,
      String type,
      IntFunction<@Nullable Object[]> array) {
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(value.apply(row)));
    return new JdbcColumn(type, values, array);
  }

  void bind(Connection connection, PreparedStatement statement, int index) throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, values.toArray(array)));
  }
}
