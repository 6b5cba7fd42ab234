package dev.agora.payout.reconciliation;

import dev.agora.money.Usd;
import dev.agora.payout.reconciliation.Break.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what we believe. */
@Repository
class JdbcExpectations {

  private static final int LATE_MAX = 1_000;

  private final JdbcClient jdbc;

  JdbcExpectations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of those conversions, by id; those that were never sent are not in it. */
  Map<String, Expected> of(Collection<String> conversions) {
    return jdbc
        .sql("SELECT * FROM transfer_intent WHERE conversion_id = ANY(:conversions::text[])")
        .param("conversions", conversions.toArray(String[]::new))
        .query(JdbcExpectations::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Expected::conversion, Function.identity()));
  }

  /** Some of the conversions whose transfer is done and was first asked for in that time, by id. */
  List<Expected> done(Instant from, Instant to, String after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM transfer_intent
            WHERE state = 'DONE' AND first_sent_at >= :from AND first_sent_at < :to
              AND conversion_id > :after
            ORDER BY conversion_id LIMIT :limit
            """)
        .param("from", at(from))
        .param("to", at(to))
        .param("after", after)
        .param("limit", limit)
        .query(JdbcExpectations::read)
        .list();
  }

  /** What should have ended before that time and has not. */
  List<Break> late(Instant before, Instant now) {
    return jdbc.sql(
            """
            SELECT conversion_id, transfer_intent.state, first_sent_at
            FROM transfer_intent JOIN conversion USING (conversion_id)
            WHERE first_sent_at < :before
              AND (state IN ('SENDING', 'UNKNOWN') OR state = 'DONE' AND status <> 'COMPLETED')
              AND status NOT IN ('COMPLETED', 'REJECTED', 'CANCELED')
            ORDER BY conversion_id LIMIT :limit
            """)
        .param("before", at(before))
        .param("limit", LATE_MAX)
        .query(
            (row, index) ->
                new Break(
                    row.getString("state").equals("DONE") ? Kind.NOT_CAPTURED : Kind.IN_DOUBT,
                    row.getString("conversion_id"),
                    "first sent at " + row.getObject("first_sent_at", OffsetDateTime.class),
                    now,
                    null))
        .list();
  }

  private static Expected read(ResultSet row, int index) throws SQLException {
    String state = row.getString("state");
    return new Expected(
        row.getString("conversion_id"),
        row.getString("destination"),
        Usd.ofCents(row.getLong("amount_cents")),
        row.getString("stripe_transfer_id"),
        state.equals("SENDING") || state.equals("UNKNOWN"));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
