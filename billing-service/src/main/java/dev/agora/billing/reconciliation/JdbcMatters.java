package dev.agora.billing.reconciliation;

import static java.util.Objects.requireNonNull;

import dev.agora.http.page.PageRequest;
import dev.agora.money.Usd;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMatters implements Matters {

  /** The sums follow what is new, in one statement. */
  private static final String TAKE =
      """
      WITH fresh AS (
        INSERT INTO stripe_movement (movement_id, category, net_cents, matter, created_at)
        SELECT * FROM unnest(:ids::text[], :categories::text[], :cents::bigint[],
          :matters::text[], :times::timestamptz[])
        ON CONFLICT (movement_id) DO NOTHING
        RETURNING category, net_cents, matter),
      sums AS (
        SELECT matter, sum(net_cents) AS cents,
          count(*) FILTER (WHERE category = 'charge') AS charges,
          count(*) FILTER (WHERE category = 'refund') AS refunds,
          count(*) FILTER (WHERE category NOT IN ('charge', 'refund')) AS others
        FROM fresh GROUP BY matter ORDER BY matter),
      total AS (
        UPDATE statement SET stripe_cents = stripe_cents + (SELECT sum(cents) FROM sums)
        WHERE EXISTS (SELECT 1 FROM sums))
      INSERT INTO reconciled_matter AS known
        (matter, stripe_cents, charges, refunds, others, changed_at)
      SELECT matter, cents, charges, refunds, others, :now FROM sums
      ON CONFLICT (matter) DO UPDATE SET
        stripe_cents = known.stripe_cents + excluded.stripe_cents,
        charges = known.charges + excluded.charges,
        refunds = known.refunds + excluded.refunds,
        others = known.others + excluded.others,
        changed_at = excluded.changed_at
      """;

  /** A dispute is named as Stripe does, because it may be there before we know of it. */
  private static final String BOOK =
      """
      WITH named AS (
        SELECT told.id, told.kind, told.cents, told.at,
          coalesce(dispute.stripe_dispute_id, told.matter) AS matter
        FROM unnest(:ids::text[], :kinds::text[], :cents::bigint[], :matters::text[],
          :times::timestamptz[]) AS told (id, kind, cents, matter, at)
        LEFT JOIN dispute ON dispute.dispute_id = told.matter),
      fresh AS (
        INSERT INTO booked_movement (transaction_id, kind, net_cents, matter, posted_at)
        SELECT id, kind, cents, matter, at FROM named
        ON CONFLICT (transaction_id) DO NOTHING
        RETURNING net_cents, matter),
      sums AS (
        SELECT matter, sum(net_cents) AS cents, count(*) AS booked
        FROM fresh GROUP BY matter ORDER BY matter),
      total AS (
        UPDATE statement SET booked_cents = booked_cents + (SELECT sum(cents) FROM sums)
        WHERE EXISTS (SELECT 1 FROM sums))
      INSERT INTO reconciled_matter AS known (matter, booked_cents, booked, changed_at)
      SELECT matter, cents, booked, :now FROM sums
      ON CONFLICT (matter) DO UPDATE SET
        booked_cents = known.booked_cents + excluded.booked_cents,
        booked = known.booked + excluded.booked,
        changed_at = excluded.changed_at
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcMatters(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void take(List<StripeMovement> movements) {
    jdbc.sql(TAKE)
        .param("ids", movements.stream().map(StripeMovement::id).toArray(String[]::new))
        .param(
            "categories", movements.stream().map(StripeMovement::category).toArray(String[]::new))
        .param(
            "cents",
            movements.stream().map(movement -> movement.net().cents()).toArray(Long[]::new))
        .param("matters", movements.stream().map(StripeMovement::matter).toArray(String[]::new))
        .param(
            "times",
            movements.stream()
                .map(movement -> movement.createdAt().toString())
                .toArray(String[]::new))
        .param("now", now())
        .update();
  }

  @Override
  public void book(List<BookedMovement> movements) {
    jdbc.sql(BOOK)
        .param("ids", movements.stream().map(BookedMovement::transactionId).toArray(String[]::new))
        .param("kinds", movements.stream().map(BookedMovement::kind).toArray(String[]::new))
        .param(
            "cents",
            movements.stream().map(movement -> movement.net().cents()).toArray(Long[]::new))
        .param("matters", movements.stream().map(BookedMovement::matter).toArray(String[]::new))
        .param(
            "times",
            movements.stream()
                .map(movement -> movement.postedAt().toString())
                .toArray(String[]::new))
        .param("now", now())
        .update();
  }

  @Override
  public Optional<Instant> seenUntil() {
    return jdbc.sql("SELECT seen_until FROM statement WHERE seen_until IS NOT NULL")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public void seenUntil(Instant until) {
    jdbc.sql("UPDATE statement SET seen_until = greatest(seen_until, ?)").param(at(until)).update();
  }

  @Override
  public Usd statement() {
    return Usd.ofCents(
        requireNonNull(jdbc.sql("SELECT stripe_cents FROM statement").query(Long.class).single()));
  }

  @Override
  public void balanced(Usd balance, Usd statement, Instant now) {
    jdbc.sql(
            """
            UPDATE statement SET
              balance_cents = :balance, balance_off_cents = :balance - :statement, balance_at = :now
            WHERE stripe_cents = :statement
            """)
        .param("balance", balance.cents())
        .param("statement", statement.cents())
        .param("now", at(now))
        .update();
  }

  @Override
  public Reconciliation summary(Instant settled) {
    return jdbc.sql(DifferenceRow.SUMMARY)
        .param("settled", at(settled))
        .query(DifferenceRow::readSummary)
        .single();
  }

  @Override
  public List<Difference> differences(
      Instant settled, @Nullable DifferenceKind kind, PageRequest page) {
    return jdbc.sql(
            DifferenceRow.OPEN
                + """
                WHERE (:kind::text IS NULL OR kind = :kind)
                  AND (:after::text IS NULL OR matter > :after)
                ORDER BY matter LIMIT :limit
                """)
        .param("settled", at(settled))
        .param("kind", kind == null ? null : kind.name())
        .param("after", page.after())
        .param("limit", page.fetchLimit())
        .query(DifferenceRow::read)
        .list();
  }

  @Override
  public List<Difference> claimUntold(Instant settled, Instant now, int atMost) {
    List<Difference> untold =
        jdbc.sql(
                DifferenceRow.OPEN
                    + """
                    WHERE explanation IS NULL AND told_at IS NULL ORDER BY matter LIMIT :atMost
                    """)
            .param("settled", at(settled))
            .param("atMost", atMost)
            .query(DifferenceRow::read)
            .list();
    return untold.stream().filter(difference -> tell(difference, now)).toList();
  }

  private boolean tell(Difference difference, Instant now) {
    return jdbc.sql("UPDATE reconciled_matter SET told_at = ? WHERE matter = ? AND told_at IS NULL")
            .params(at(now), difference.matter())
            .update()
        == 1;
  }

  @Override
  public List<Difference> claimClosed(int atMost) {
    return jdbc.sql(
            """
            UPDATE reconciled_matter SET told_at = NULL
            WHERE matter IN (
              SELECT matter FROM reconciled_matter
              WHERE told_at IS NOT NULL AND booked_cents = stripe_cents
              ORDER BY matter LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING matter, booked_cents, stripe_cents, changed_at,
              'AMOUNT' AS kind, NULL AS explanation
            """)
        .param(atMost)
        .query(DifferenceRow::read)
        .list();
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
