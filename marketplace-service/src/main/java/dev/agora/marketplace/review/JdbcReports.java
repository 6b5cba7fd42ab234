package dev.agora.marketplace.review;

import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports in table {@code review_report}. */
@Repository
class JdbcReports implements Reports {

  private static final String SELECT =
      """
      SELECT review.*, report.id AS report_id, reporter, reason, at, decision
      FROM review_report AS report JOIN review ON review.id = review_id
      """;

  private final JdbcClient jdbc;

  JdbcReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean add(Report report) {
    return jdbc.sql(
                """
                INSERT INTO review_report (id, review_id, reporter, reason, at)
                VALUES (:id, :review, :reporter, :reason, :at)
                ON CONFLICT (review_id, reporter) DO NOTHING
                """)
            .param("id", report.id().value())
            .param("review", report.review().id().value())
            .param("reporter", report.reporter())
            .param("reason", report.reason())
            .param("at", report.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  @Override
  public Optional<Report> lock(ReportId id) {
    return jdbc.sql(SELECT + " WHERE report.id = ? FOR UPDATE OF report")
        .param(id.value())
        .query((row, number) -> read(row))
        .optional();
  }

  @Override
  public void decide(ReportId id, Report.Decision decision, String operator, Instant at) {
    jdbc.sql(
            """
            UPDATE review_report
            SET decision = :decision, decided_by = :operator, decided_at = :at
            WHERE id = :id
            """)
        .param("decision", decision.name())
        .param("operator", operator)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  @Override
  public List<Report> open(@Nullable ReportId after, int limit) {
    return jdbc.sql(
            SELECT
                + " WHERE decision IS NULL AND report.id > :after ORDER BY report.id LIMIT :limit")
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query((row, number) -> read(row))
        .list();
  }

  private static Report read(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return new Report(
        new ReportId(row.getString("report_id")),
        JdbcReviews.read(row),
        row.getString("reporter"),
        row.getString("reason"),
        JdbcInstants.read(row, "at"),
        decision == null ? null : Report.Decision.valueOf(decision));
  }
}
