package dev.agora.billing.dispute;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.purchase.PurchaseId;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDisputes implements Disputes {

  private static final String SELECT = "SELECT * FROM dispute ";

  private final JdbcClient jdbc;

  JdbcDisputes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Dispute dispute) {
    jdbc.sql(
            """
            WITH taken AS (DELETE FROM waiting_dispute WHERE stripe_dispute_id = :stripe)
            INSERT INTO dispute
              (dispute_id, stripe_dispute_id, purchase_id, human_id, agent_id, amount_cents,
               price_cents, fee_cents, refunded_cents, tax_cents, reason, status, created_at, changed_at,
               version)
            VALUES
              (:id, :stripe, :purchase, :human, :agent, :amount, :price, :fee, :refunded, :tax, :reason,
               :status, :created, :created, :version)
            """)
        .param("id", dispute.id().value())
        .param("stripe", dispute.stripeId())
        .param("purchase", dispute.purchaseId().value())
        .param("human", dispute.humanId())
        .param("agent", dispute.agentId())
        .param("amount", dispute.amount().cents())
        .param("price", dispute.price().cents())
        .param("fee", dispute.fee().cents())
        .param("refunded", dispute.refunded().cents())
        .param("tax", dispute.tax().cents())
        .param("reason", dispute.reason())
        .param("status", dispute.status().name())
        .param("created", at(dispute.createdAt()))
        .param("version", dispute.version())
        .update();
  }

  @Override
  public Optional<Dispute> findByStripeId(String stripeId) {
    return jdbc.sql(SELECT + "WHERE stripe_dispute_id = ?")
        .param(stripeId)
        .query(JdbcDisputes::read)
        .optional();
  }

  @Override
  public boolean keepWaiting(String stripeId, PurchaseId purchase, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO waiting_dispute (stripe_dispute_id, purchase_id, noticed_at)
                VALUES (?, ?, ?) ON CONFLICT (stripe_dispute_id) DO NOTHING
                """)
            .params(stripeId, purchase.value(), at(now))
            .update()
        == 1;
  }

  @Override
  public List<String> waiting(int atMost) {
    return jdbc.sql(
            """
            SELECT stripe_dispute_id FROM waiting_dispute
            ORDER BY noticed_at, stripe_dispute_id LIMIT ?
            """)
        .param(atMost)
        .query((row, index) -> requireNonNull(row.getString("stripe_dispute_id")))
        .list();
  }

  @Override
  public Optional<Dispute> latestOf(PurchaseId purchase) {
    return jdbc.sql(SELECT + "WHERE purchase_id = ? ORDER BY dispute_id DESC LIMIT 1")
        .param(purchase.value())
        .query(JdbcDisputes::read)
        .optional();
  }

  @Override
  public Optional<Dispute> lock(DisputeId id) {
    return jdbc.sql(SELECT + "WHERE dispute_id = ? FOR UPDATE")
        .param(id.value())
        .query(JdbcDisputes::read)
        .optional();
  }

  @Override
  public void save(Dispute dispute) {
    Credits frozen = dispute.frozen();
    DisputeOutcome outcome = dispute.outcome();
    jdbc.sql(
            """
            UPDATE dispute SET
              status = :status, frozen_micros = :frozen, verdict = :verdict,
              recovered_micros = :recovered, debt_micros = :debt, loss_micros = :loss,
              changed_at = :changed, version = :version
            WHERE dispute_id = :id
            """)
        .param("id", dispute.id().value())
        .param("status", dispute.status().name())
        .param("frozen", frozen == null ? null : micros(frozen))
        .param("verdict", dispute.verdict() == null ? null : dispute.verdict().name())
        .param("recovered", outcome == null ? null : micros(outcome.recovered()))
        .param("debt", outcome == null ? null : micros(outcome.debt()))
        .param("loss", outcome == null ? null : micros(outcome.loss()))
        .param("changed", at(dispute.changedAt()))
        .param("version", dispute.version())
        .update();
  }

  @Override
  public List<String> undecided(int atMost) {
    return jdbc.sql(
            """
            SELECT stripe_dispute_id FROM dispute WHERE verdict IS NULL
            ORDER BY dispute_id LIMIT ?
            """)
        .param(atMost)
        .query((row, index) -> requireNonNull(row.getString("stripe_dispute_id")))
        .list();
  }

  @Override
  public Optional<Instant> seenUntil() {
    return jdbc.sql("SELECT seen_until FROM dispute_cursor")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public void seenUntil(Instant until) {
    jdbc.sql(
            """
            INSERT INTO dispute_cursor AS known (only_row, seen_until) VALUES (true, ?)
            ON CONFLICT (only_row) DO UPDATE
              SET seen_until = GREATEST(known.seen_until, excluded.seen_until)
            """)
        .param(at(until))
        .update();
  }

  private static Dispute read(ResultSet row, int index) throws SQLException {
    String verdict = row.getString("verdict");
    return new Dispute(
        new DisputeId(row.getString("dispute_id")),
        row.getString("stripe_dispute_id"),
        new PurchaseId(row.getString("purchase_id")),
        row.getString("human_id"),
        row.getString("agent_id"),
        Usd.ofCents(row.getLong("amount_cents")),
        Usd.ofCents(row.getLong("price_cents")),
        Usd.ofCents(row.getLong("fee_cents")),
        Usd.ofCents(row.getLong("refunded_cents")),
        Usd.ofCents(row.getLong("tax_cents")),
        row.getString("reason"),
        DisputeStatus.valueOf(row.getString("status")),
        credits(row, "frozen_micros"),
        verdict == null ? null : Verdict.valueOf(verdict),
        outcome(row),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "changed_at"),
        row.getLong("version"));
  }

  private static @Nullable DisputeOutcome outcome(ResultSet row) throws SQLException {
    Credits recovered = credits(row, "recovered_micros");
    return recovered == null
        ? null
        : new DisputeOutcome(
            recovered,
            Credits.ofMicros(row.getLong("debt_micros")),
            Credits.ofMicros(row.getLong("loss_micros")));
  }

  private static @Nullable Credits credits(ResultSet row, String column) throws SQLException {
    Long micros = row.getObject(column, Long.class);
    return micros == null ? null : Credits.ofMicros(micros);
  }

  private static @Nullable Long micros(Credits amount) {
    return amount.micros();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
