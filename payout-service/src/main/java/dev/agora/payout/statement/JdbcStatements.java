package dev.agora.payout.statement;

import dev.agora.http.page.PageRequest;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was paid. */
@Repository
class JdbcStatements {

  private static final String SUMS =
      """
      SELECT human_id, count(*) AS conversions, sum(credit_micros)::bigint AS credit_micros,
        sum(gross_cents)::bigint AS gross_cents, sum(fee_cents)::bigint AS fee_cents,
        sum(net_cents)::bigint AS net_cents, sum(reversed_cents)::bigint AS reversed_cents
      FROM conversion
      WHERE completed_at >= :from AND completed_at < :to
      """;

  private final JdbcClient jdbc;

  JdbcStatements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  YearlyTotal total(String humanId, int year) {
    return jdbc.sql(SUMS + "AND human_id = :human GROUP BY human_id")
        .param("human", humanId)
        .param("from", begin(year))
        .param("to", begin(year + 1))
        .query((row, index) -> total(row, year))
        .optional()
        .orElseGet(
            () ->
                new YearlyTotal(
                    humanId, year, 0, Credits.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO));
  }

  /** Of all owners who were paid that year, by id. */
  List<YearlyTotal> totals(int year, PageRequest page) {
    return jdbc.sql(
            SUMS
                + """
                AND (:after::text IS NULL OR human_id > :after)
                GROUP BY human_id ORDER BY human_id LIMIT :limit
                """)
        .param("from", begin(year))
        .param("to", begin(year + 1))
        .param("after", page.after())
        .param("limit", page.fetchLimit())
        .query((row, index) -> total(row, year))
        .list();
  }

  /**
   * An owner's lines of a year, oldest first.
   *
   * @param after the last one read before; null for the first page
   */
  List<Line> lines(String humanId, int year, @Nullable Line after, int limit) {
    OffsetDateTime from =
        after == null ? begin(year) : after.completedAt().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            SELECT conversion.*, transfer_intent.stripe_transfer_id
            FROM conversion JOIN transfer_intent USING (conversion_id)
            WHERE human_id = :human AND completed_at < :to
              AND (completed_at, conversion_id) > (:from, :after)
            ORDER BY completed_at, conversion_id LIMIT :limit
            """)
        .param("human", humanId)
        .param("from", from)
        .param("after", after == null ? "" : after.conversion())
        .param("to", begin(year + 1))
        .param("limit", limit)
        .query(JdbcStatements::line)
        .list();
  }

  private static OffsetDateTime begin(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  private static YearlyTotal total(ResultSet row, int year) throws SQLException {
    return new YearlyTotal(
        row.getString("human_id"),
        year,
        row.getLong("conversions"),
        Credits.ofMicros(row.getLong("credit_micros")),
        Usd.ofCents(row.getLong("gross_cents")),
        Usd.ofCents(row.getLong("fee_cents")),
        Usd.ofCents(row.getLong("net_cents")),
        Usd.ofCents(row.getLong("reversed_cents")));
  }

  private static Line line(ResultSet row, int index) throws SQLException {
    return new Line(
        row.getString("conversion_id"),
        row.getString("agent_id"),
        JdbcInstants.read(row, "completed_at"),
        Credits.ofMicros(row.getLong("credit_micros")),
        Usd.ofCents(row.getLong("gross_cents")),
        Usd.ofCents(row.getLong("fee_cents")),
        Usd.ofCents(row.getLong("net_cents")),
        Usd.ofCents(row.getLong("reversed_cents")),
        row.getString("payout_status"),
        row.getString("stripe_transfer_id"),
        row.getString("payout_id"));
  }
}
