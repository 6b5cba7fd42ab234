package dev.agora.billing.refund;

import dev.agora.billing.purchase.PaymentError;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRefunds implements Refunds {

  private static final String SELECT = "SELECT * FROM refund ";

  private final JdbcClient jdbc;

  JdbcRefunds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Refund refund) {
    jdbc.sql(
            """
            INSERT INTO refund
              (refund_id, purchase_id, human_id, agent_id, hold_id, price_cents, fee_cents, tax_cents,
               payment_intent_id, reason, status, created_at, changed_at, version)
            VALUES
              (:id, :purchase, :human, :agent, :hold, :price, :fee, :tax, :intent, :reason, :status,
               :created, :created, :version)
            """)
        .param("id", refund.id().value())
        .param("purchase", refund.purchaseId().value())
        .param("human", refund.humanId())
        .param("agent", refund.agentId())
        .param("hold", refund.holdId())
        .param("price", refund.price().cents())
        .param("fee", refund.fee().cents())
        .param("tax", refund.tax().cents())
        .param("intent", refund.paymentIntentId())
        .param("reason", refund.reason())
        .param("status", refund.status().name())
        .param("created", at(refund.createdAt()))
        .param("version", refund.version())
        .update();
  }

  @Override
  public Optional<Refund> find(RefundId id) {
    return jdbc.sql(SELECT + "WHERE refund_id = ?")
        .param(id.value())
        .query(JdbcRefunds::read)
        .optional();
  }

  @Override
  public Optional<Refund> lock(RefundId id) {
    return jdbc.sql(SELECT + "WHERE refund_id = ? FOR UPDATE")
        .param(id.value())
        .query(JdbcRefunds::read)
        .optional();
  }

  @Override
  public Optional<Refund> latestOf(PurchaseId purchase) {
    return jdbc.sql(SELECT + "WHERE purchase_id = ? ORDER BY refund_id DESC LIMIT 1")
        .param(purchase.value())
        .query(JdbcRefunds::read)
        .optional();
  }

  @Override
  public void save(Refund refund) {
    RefundFigures figures = refund.figures();
    PaymentError error = refund.error();
    jdbc.sql(
            """
            UPDATE refund SET
              status = :status, credits_micros = :credits, used_micros = :used,
              refund_cents = :amount, stripe_refund_id = :stripe, error_code = :code,
              error_message = :message, changed_at = :changed, version = :version
            WHERE refund_id = :id
            """)
        .param("id", refund.id().value())
        .param("status", refund.status().name())
        .param("credits", figures == null ? null : micros(figures.credits()))
        .param("used", figures == null ? null : micros(figures.used()))
        .param("amount", figures == null ? null : cents(figures.amount()))
        .param("stripe", refund.stripeRefundId())
        .param("code", error == null ? null : error.code())
        .param("message", error == null ? null : error.message())
        .param("changed", at(refund.changedAt()))
        .param("version", refund.version())
        .update();
  }

  private static Refund read(ResultSet row, int index) throws SQLException {
    return new Refund(
        new RefundId(row.getString("refund_id")),
        new PurchaseId(row.getString("purchase_id")),
        row.getString("human_id"),
        row.getString("agent_id"),
        row.getString("hold_id"),
        Usd.ofCents(row.getLong("price_cents")),
        Usd.ofCents(row.getLong("fee_cents")),
        Usd.ofCents(row.getLong("tax_cents")),
        row.getString("payment_intent_id"),
        row.getString("reason"),
        RefundStatus.valueOf(row.getString("status")),
        figures(row),
        row.getString("stripe_refund_id"),
        error(row),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "changed_at"),
        row.getLong("version"));
  }

  private static @Nullable RefundFigures figures(ResultSet row) throws SQLException {
    Long amount = row.getObject("refund_cents", Long.class);
    return amount == null
        ? null
        : new RefundFigures(
            Credits.ofMicros(row.getLong("credits_micros")),
            Credits.ofMicros(row.getLong("used_micros")),
            Usd.ofCents(amount));
  }

  private static @Nullable PaymentError error(ResultSet row) throws SQLException {
    String code = row.getString("error_code");
    return code == null ? null : new PaymentError(code, row.getString("error_message"));
  }

  private static @Nullable Long micros(Credits amount) {
    return amount.micros();
  }

  private static @Nullable Long cents(Usd amount) {
    return amount.cents();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
