package dev.agora.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The daily partitions of one table: made a few days ahead, dropped when all in them is old. Rows
 * of other days go to the default partition, which is swept.
 */
final class JdbcPartitions {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcPartitions.class);
  private static final int DAYS_AHEAD = 3;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Clock clock;
  private final String table;
  private final Function<LocalDate, String> lowerBound;
  private final String timeColumn;
  private final Duration retention;

  /**
   * The partitions of a table.
   *
   * @param lowerBound the smallest value of the partition column on a day, as SQL text
   * @param timeColumn by which the default partition is swept
   */
  JdbcPartitions(
      JdbcClient jdbc,
      TransactionOperations transaction,
      Clock clock,
      String table,
      Function<LocalDate, String> lowerBound,
      String timeColumn,
      Duration retention) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.table = table;
    this.lowerBound = lowerBound;
    this.timeColumn = timeColumn;
    this.retention = retention;
  }

  /** Brings the partitions up to the day; what another replica does just now is left to it. */
  void keep() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate oldest = LocalDate.ofInstant(clock.instant().minus(retention), ZoneOffset.UTC);
    List<String> existing = existing();
    today
        .datesUntil(today.plusDays(DAYS_AHEAD + 1L))
        .filter(day -> !existing.contains(name(day)))
        .forEach(this::create);
    existing.stream()
        .filter(partition -> partition.compareTo(name(oldest)) < 0)
        .forEach(this::drop);
    jdbc.sql("DELETE FROM " + table + "_default WHERE " + timeColumn + " < :oldest")
        .param("oldest", clock.instant().minus(retention).atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<String> existing() {
    return jdbc.sql(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = :table::regclass"
                + " AND inhrelid::regclass::text ~ '_p[0-9]{8}$'")
        .param("table", table)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private void create(LocalDate day) {
    alter(
        "add_partition(:table, :day, :lowest, :above)",
        Map.of(
            "day", DAY.format(day),
            "lowest", lowerBound.apply(day),
            "above", lowerBound.apply(day.plusDays(1))));
  }

  private void drop(String partition) {
    alter("drop_partition(:table, :day)", Map.of("day", partition.substring(name("").length())));
  }

  /** Through functions of the tables' owner, which this role may not be. */
  private void alter(String call, Map<String, String> parameters) {
    try {
      transaction.executeWithoutResult(
          status -> {
            // Traffic never queues behind us for long: better to try again in an hour.
            jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:table, 0))")
                .param("table", "partitions:" + table)
                .query()
                .singleRow();
            jdbc.sql("SELECT " + call).param("table", table).params(parameters).query().singleRow();
          });
    } catch (DataAccessException failure) {
      LOG.warn("will be tried again: {} of {} {}", call, table, parameters, failure);
    }
  }

  private String name(LocalDate day) {
    return name(DAY.format(day));
  }

  private String name(String day) {
    return table + "_p" + day;
  }
}
