package dev.agora.billing.reconciliation;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Matters that differ, classified and explained by the database in one statement. */
final class DifferenceRow {

  /**
   * {@code :settled} is the instant before which both sides should have followed each other. What
   * is only late has the other side missing and may still get it.
   */
  static final String OPEN =
      """
      WITH different AS (
        SELECT m.*,
          CASE
            WHEN m.changed_at > :settled THEN 'UNDER_WAY'
            WHEN d.status = 'OPEN' AND (d.verdict IS NULL OR d.changed_at > :settled) THEN 'DISPUTE_OPEN'
            WHEN w.status = 'DISPUTED' THEN 'DISPUTE_OPEN'
            WHEN p.status = 'QUARANTINED' THEN 'QUARANTINED'
            WHEN r.status = 'FAILED' THEN 'REFUND_FAILED'
          END AS explanation
        FROM reconciled_matter m
          LEFT JOIN dispute d ON d.stripe_dispute_id = m.matter
          LEFT JOIN waiting_dispute ON waiting_dispute.stripe_dispute_id = m.matter
          LEFT JOIN purchase w ON w.purchase_id = waiting_dispute.purchase_id
          LEFT JOIN purchase p ON p.purchase_id = m.matter
          LEFT JOIN refund r ON r.refund_id = m.matter
        WHERE m.booked_cents <> m.stripe_cents OR m.charges > 1 OR m.refunds > 1),
      open AS (
        SELECT different.*,
          CASE
            WHEN charges > 1 OR refunds > 1 THEN 'DUPLICATE'
            WHEN explanation IN ('UNDER_WAY', 'DISPUTE_OPEN') THEN 'LATE'
            WHEN booked = 0 THEN 'MISSING_HERE'
            WHEN charges + refunds + others = 0 THEN 'MISSING_THERE'
            ELSE 'AMOUNT'
          END AS kind
        FROM different)
      SELECT * FROM open
      """;

  static final String SUMMARY =
      "WITH found AS ("
          + OPEN
          + """
          )
          SELECT statement.*,
            (SELECT count(*) FROM found) AS differences,
            (SELECT coalesce(sum(abs(stripe_cents - booked_cents)), 0) FROM found
              WHERE explanation IS NULL)
              + abs(balance_off_cents) AS unexplained_cents,
            (SELECT count(*) FROM purchase WHERE status = 'QUARANTINED') AS quarantined
          FROM statement
          """;

  private DifferenceRow() {}

  static Difference read(ResultSet row, int index) throws SQLException {
    long booked = row.getLong("booked_cents");
    long atStripe = row.getLong("stripe_cents");
    String explanation = row.getString("explanation");
    return new Difference(
        row.getString("matter"),
        DifferenceKind.valueOf(row.getString("kind")),
        Usd.ofCents(booked),
        Usd.ofCents(atStripe),
        Usd.ofCents(atStripe - booked),
        explanation == null ? null : Explanation.valueOf(explanation),
        JdbcInstants.read(row, "changed_at"));
  }

  static Reconciliation readSummary(ResultSet row, int index) throws SQLException {
    Long balance = row.getObject("balance_cents", Long.class);
    return new Reconciliation(
        Usd.ofCents(row.getLong("booked_cents")),
        Usd.ofCents(row.getLong("stripe_cents")),
        balance == null ? null : Usd.ofCents(balance),
        Usd.ofCents(row.getLong("unexplained_cents")),
        row.getLong("differences"),
        row.getLong("quarantined"),
        JdbcInstants.readOrNull(row, "seen_until"),
        JdbcInstants.readOrNull(row, "balance_at"));
  }
}
