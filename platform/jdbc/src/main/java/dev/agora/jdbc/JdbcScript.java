package dev.agora.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;

/**
 * Statements that go to the database together, in one round trip, and run in their order, each with
 * a snapshot of its own. On busy processors a round trip costs more than most statements do.
 *
 * <p>Two scripts with the same statements share their prepared statements, so a script should not
 * vary in text with its data. Not thread-safe.
 */
public final class JdbcScript {

  /**
   * Beyond this many values a question gets a round trip of its own: while the driver still sends,
   * it does not read, and a server that can not get its rows rid does not read either.
   */
  private static final int VALUES_TOGETHER_MAX = 4096;

  /** What becomes of a statement's rows. */
  private interface Reading {
    void read(PreparedStatement script) throws SQLException;
  }

  private record Step(String sql, List<JdbcColumn> columns, @Nullable Reading reading) {

    boolean asks() {
      return reading != null;
    }

    int values() {
      return columns.stream().mapToInt(column -> column.values().size()).sum();
    }
  }

  private final JdbcOperations jdbc;
  private final List<Step> steps = new ArrayList<>();

  public JdbcScript(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a statement that answers nothing. */
  public void add(String sql, List<JdbcColumn> parameters) {
    steps.add(new Step(sql, parameters, null));
  }

  /** Adds a question. */
  public <T> JdbcAnswer<T> ask(String sql, List<JdbcColumn> parameters, RowMapper<T> reader) {
    JdbcAnswer<T> answer = new JdbcAnswer<>();
    steps.add(new Step(sql, parameters, script -> answer.read(script, reader)));
    return answer;
  }

  /**
   * Runs what was added and forgets it. None takes effect if one fails, as long as they share a
   * transaction of the caller's.
   */
  public void run() {
    for (List<Step> together : roundTrips()) {
      PreparedStatementCreator written = connection -> prepare(connection, together);
      PreparedStatementCallback<@Nullable Void> read = script -> answer(script, together);
      jdbc.execute(written, read);
    }
    steps.clear();
  }

  private List<List<Step>> roundTrips() {
    boolean small = steps.stream().mapToInt(Step::values).sum() <= VALUES_TOGETHER_MAX;
    List<List<Step>> trips = new ArrayList<>();
    boolean alone = true;
    for (Step step : steps) {
      if (trips.isEmpty() || (!small && (alone || step.asks()))) {
        trips.add(new ArrayList<>());
      }
      trips.getLast().add(step);
      alone = step.asks();
    }
    return trips;
  }

  private static PreparedStatement prepare(Connection connection, List<Step> steps)
      throws SQLException {
    PreparedStatement script =
        connection.prepareStatement(
            steps.stream().map(Step::sql).collect(Collectors.joining(";\n")));
    int index = 1;
    for (Step step : steps) {
      for (JdbcColumn column : step.columns()) {
        column.bind(connection, script, index++);
      }
    }
    return script;
  }

  private static @Nullable Void answer(PreparedStatement script, List<Step> steps)
      throws SQLException {
    script.execute();
    for (Step step : steps) {
      Reading reading = step.reading();
      if (reading != null) {
        reading.read(script);
      }
      script.getMoreResults();
    }
    return null;
  }
}
