package dev.agora.billing.topup;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.card.CardId;
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
class JdbcAutoTopUps implements AutoTopUps {

  private final JdbcClient jdbc;

  JdbcAutoTopUps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<AutoTopUp> find(String agentId) {
    return jdbc.sql("SELECT * FROM auto_top_up WHERE agent_id = ?")
        .param(agentId)
        .query(JdbcAutoTopUps::read)
        .optional();
  }

  @Override
  public Optional<AutoTopUp> lock(String agentId) {
    return jdbc.sql("SELECT * FROM auto_top_up WHERE agent_id = ? FOR UPDATE")
        .param(agentId)
        .query(JdbcAutoTopUps::read)
        .optional();
  }

  @Override
  public void save(AutoTopUp rule) {
    TopUpTerms terms = rule.terms();
    jdbc.sql(
            """
            INSERT INTO auto_top_up
              (agent_id, human_id, threshold_micros, package_id, amount_cents, ceiling_cents,
               card_id, status, off_reason, declines, in_flight, not_before, changed_at, version)
            VALUES
              (:agent, :human, :threshold, :package, :amount, :ceiling, :card, :status, :reason,
               :declines, :inFlight, :notBefore, :changed, :version)
            ON CONFLICT (agent_id) DO UPDATE SET
              human_id = excluded.human_id, threshold_micros = excluded.threshold_micros,
              package_id = excluded.package_id, amount_cents = excluded.amount_cents,
              ceiling_cents = excluded.ceiling_cents, card_id = excluded.card_id,
              status = excluded.status, off_reason = excluded.off_reason,
              declines = excluded.declines, in_flight = excluded.in_flight,
              not_before = excluded.not_before, changed_at = excluded.changed_at,
              version = excluded.version
            """)
        .param("agent", rule.agentId())
        .param("human", rule.humanId())
        .param("threshold", terms.threshold().micros())
        .param("package", terms.packageId())
        .param("amount", terms.amount() == null ? null : cents(terms.amount()))
        .param("ceiling", terms.monthlyCeiling().cents())
        .param("card", terms.card().value())
        .param("status", rule.status().name())
        .param("reason", rule.offReason() == null ? null : rule.offReason().name())
        .param("declines", rule.declines())
        .param("inFlight", rule.inFlight() == null ? null : rule.inFlight().value())
        .param("notBefore", rule.notBefore() == null ? null : at(rule.notBefore()))
        .param("changed", at(rule.changedAt()))
        .param("version", rule.version())
        .update();
  }

  @Override
  public List<String> due(Instant now, int atMost) {
    return jdbc.sql(
            """
            SELECT rule.agent_id FROM auto_top_up rule JOIN agent_balance USING (agent_id)
            WHERE rule.status = 'ON' AND rule.in_flight IS NULL
              AND agent_balance.available_micros < rule.threshold_micros
              AND (rule.not_before IS NULL OR rule.not_before <= :now)
            LIMIT :atMost
            """)
        .param("now", at(now))
        .param("atMost", atMost)
        .query((row, index) -> requireNonNull(row.getString("agent_id")))
        .list();
  }

  @Override
  public List<String> disputed(int atMost) {
    return jdbc.sql(
            """
            SELECT DISTINCT rule.agent_id
            FROM purchase JOIN auto_top_up rule USING (agent_id)
            WHERE purchase.source = 'AUTO_TOP_UP'
              AND (purchase.status = 'DISPUTED'
                OR EXISTS (SELECT 1 FROM fraud_warning
                  WHERE fraud_warning.purchase_id = purchase.purchase_id
                    AND NOT fraud_warning.heeded))
              AND rule.status = 'ON' AND rule.in_flight IS NULL
            LIMIT ?
            """)
        .param(atMost)
        .query((row, index) -> requireNonNull(row.getString("agent_id")))
        .list();
  }

  @Override
  public void heed(String agentId) {
    jdbc.sql(
            """
            UPDATE fraud_warning SET heeded = true
            FROM purchase
            WHERE purchase.purchase_id = fraud_warning.purchase_id AND purchase.agent_id = ?
              AND NOT fraud_warning.heeded
            """)
        .param(agentId)
        .update();
  }

  @Override
  public List<String> underWay(int atMost) {
    return jdbc.sql("SELECT agent_id FROM auto_top_up WHERE in_flight IS NOT NULL LIMIT ?")
        .param(atMost)
        .query((row, index) -> requireNonNull(row.getString("agent_id")))
        .list();
  }

  private static AutoTopUp read(ResultSet row, int index) throws SQLException {
    String reason = row.getString("off_reason");
    String inFlight = row.getString("in_flight");
    return new AutoTopUp(
        row.getString("agent_id"),
        row.getString("human_id"),
        terms(row),
        TopUpStatus.valueOf(row.getString("status")),
        reason == null ? null : OffReason.valueOf(reason),
        row.getInt("declines"),
        inFlight == null ? null : new PurchaseId(inFlight),
        JdbcInstants.readOrNull(row, "not_before"),
        JdbcInstants.read(row, "changed_at"),
        row.getLong("version"));
  }

  private static TopUpTerms terms(ResultSet row) throws SQLException {
    Long amount = row.getObject("amount_cents", Long.class);
    return new TopUpTerms(
        Credits.ofMicros(row.getLong("threshold_micros")),
        row.getString("package_id"),
        amount == null ? null : Usd.ofCents(amount),
        Usd.ofCents(row.getLong("ceiling_cents")),
        new CardId(row.getString("card_id")));
  }

  private static @Nullable Long cents(Usd amount) {
    return amount.cents();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
