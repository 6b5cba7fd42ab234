package dev.agora.billing.purchase;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.PageRequest;
import dev.agora.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPurchases implements Purchases {

  private static final String SELECT = "SELECT * FROM purchase ";

  private final JdbcClient jdbc;

  JdbcPurchases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean add(
      Purchase purchase, IdempotencyKey key, @Nullable Instant openingUntil, Instant nextCheckAt) {
    return jdbc.sql(
                """
                INSERT INTO purchase
                  (purchase_id, human_id, agent_id, idempotency_key, body_hash, package_id,
                   source, price_cents, base_micros, bonus_micros, fee_cents, fee_bps, status,
                   created_at, expires_at, changed_at, version, opening_until, next_check_at)
                VALUES
                  (:id, :human, :agent, :key, :hash, :package, :source, :price, :base, :bonus, :fee, :feeBps,
                   :status, :created, :expires, :created, :version, :opening, :nextCheck)
                ON CONFLICT (human_id, idempotency_key) DO NOTHING
                """)
            .param("id", purchase.id().value())
            .param("human", purchase.humanId())
            .param("agent", purchase.agentId())
            .param("key", key.key())
            .param("hash", key.bodyHash())
            .param("package", purchase.price().packageId())
            .param("source", purchase.source().name())
            .param("price", purchase.price().amount().cents())
            .param("base", purchase.price().base().micros())
            .param("bonus", purchase.price().bonus().micros())
            .param("fee", purchase.price().fee().cents())
            .param("feeBps", purchase.price().feeBps())
            .param("status", purchase.status().name())
            .param("created", at(purchase.createdAt()))
            .param("expires", at(purchase.expiresAt()))
            .param("version", purchase.version())
            .param("opening", openingUntil == null ? null : at(openingUntil))
            .param("nextCheck", at(nextCheckAt))
            .update()
        == 1;
  }

  @Override
  public Optional<KeyedPurchase> lockByKey(IdempotencyKey key) {
    return jdbc.sql(SELECT + "WHERE human_id = ? AND idempotency_key = ? FOR UPDATE")
        .params(key.callerId(), key.key())
        .query(PurchaseRow::keyed)
        .optional();
  }

  @Override
  public void opened(PurchaseId id, Checkout checkout, Instant nextCheckAt) {
    jdbc.sql(
            """
            UPDATE purchase
            SET session_id = ?, checkout_url = ?, customer_id = ?, opening_until = NULL,
              next_check_at = ?
            WHERE purchase_id = ?
            """)
        .params(
            checkout.sessionId(),
            checkout.url(),
            checkout.customerId(),
            at(nextCheckAt),
            id.value())
        .update();
  }

  @Override
  public void openingUntil(PurchaseId id, Instant until) {
    jdbc.sql("UPDATE purchase SET opening_until = ? WHERE purchase_id = ?")
        .params(at(until), id.value())
        .update();
  }

  @Override
  public Optional<Purchase> find(PurchaseId id) {
    return jdbc.sql(SELECT + "WHERE purchase_id = ?")
        .param(id.value())
        .query(PurchaseRow::read)
        .optional();
  }

  @Override
  public Optional<Purchase> findBySession(String sessionId) {
    return jdbc.sql(SELECT + "WHERE session_id = ?")
        .param(sessionId)
        .query(PurchaseRow::read)
        .optional();
  }

  @Override
  public Optional<Purchase> findByPaymentIntent(String paymentIntentId) {
    return jdbc.sql(SELECT + "WHERE payment_intent_id = ?")
        .param(paymentIntentId)
        .query(PurchaseRow::read)
        .optional();
  }

  @Override
  public Optional<Purchase> lock(PurchaseId id) {
    return jdbc.sql(SELECT + "WHERE purchase_id = ? FOR UPDATE")
        .param(id.value())
        .query(PurchaseRow::read)
        .optional();
  }

  @Override
  public List<Purchase> ofHuman(String humanId, PageRequest page) {
    return jdbc.sql(
            SELECT
                + """
                WHERE human_id = :human AND (:after::text IS NULL OR purchase_id < :after)
                ORDER BY purchase_id DESC LIMIT :limit
                """)
        .param("human", humanId)
        .param("after", page.after())
        .param("limit", page.fetchLimit())
        .query(PurchaseRow::read)
        .list();
  }

  @Override
  public void save(Purchase purchase) {
    Payment payment = purchase.payment();
    PaymentError error = purchase.lastError();
    jdbc.sql(
            """
            UPDATE purchase SET
              status = :status, payment_intent_id = :intent, charge_id = :charge,
              stripe_fee_cents = :stripeFee, tax_cents = :tax, paid_at = :paid,
              receipt_number = :receipt, error_code = :errorCode, error_message = :errorMessage,
              transaction_id = :transaction, refunded_cents = :refunded, changed_at = :changed, version = :version
            WHERE purchase_id = :id
            """)
        .param("id", purchase.id().value())
        .param("status", purchase.status().name())
        .param("intent", payment == null ? null : payment.paymentIntentId())
        .param("charge", payment == null ? null : payment.chargeId())
        .param("stripeFee", payment == null ? null : cents(payment.stripeFee()))
        .param("tax", payment == null ? null : cents(payment.tax()))
        .param("paid", purchase.paidAt() == null ? null : at(purchase.paidAt()))
        .param("receipt", purchase.receiptNumber())
        .param("errorCode", error == null ? null : error.code())
        .param("errorMessage", error == null ? null : error.message())
        .param("transaction", purchase.transactionId())
        .param("refunded", purchase.refunded().cents())
        .param("changed", at(purchase.changedAt()))
        .param("version", purchase.version())
        .update();
  }

  @Override
  public long nextReceiptNumber() {
    return jdbc.sql("SELECT nextval('receipt_number')").query(Long.class).single();
  }

  @Override
  public List<Purchase> claimUnpaid(Instant now, int atMost, Duration pauseMin, Duration pauseMax) {
    return jdbc.sql(
            """
            UPDATE purchase SET next_check_at = :now::timestamptz + LEAST(
              GREATEST((:now::timestamptz - created_at) / 5, make_interval(secs => :pauseMin)),
              make_interval(secs => :pauseMax))
            WHERE purchase_id IN (
              SELECT purchase_id FROM purchase
              WHERE status = 'AWAITING_PAYMENT' AND next_check_at <= :now
                AND (source = 'CHECKOUT' OR session_id IS NOT NULL)
              ORDER BY next_check_at LIMIT :atMost
              FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("now", at(now))
        .param("pauseMin", pauseMin.toMillis() / 1000.0)
        .param("pauseMax", pauseMax.toMillis() / 1000.0)
        .param("atMost", atMost)
        .query(PurchaseRow::read)
        .list();
  }

  @Override
  public List<Purchase> claimUncharged(Instant now, int atMost, Duration pause) {
    return jdbc.sql(
            """
            UPDATE purchase SET next_check_at = :next
            WHERE purchase_id IN (
              SELECT purchase_id FROM purchase
              WHERE status = 'AWAITING_PAYMENT' AND next_check_at <= :now
                AND source = 'AUTO_TOP_UP' AND session_id IS NULL
              ORDER BY next_check_at LIMIT :atMost
              FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("now", at(now))
        .param("next", at(now.plus(pause)))
        .param("atMost", atMost)
        .query(PurchaseRow::read)
        .list();
  }

  @Override
  public Usd toppedUpSince(String agentId, Instant since) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(price_cents), 0)::bigint FROM purchase
            WHERE source = 'AUTO_TOP_UP' AND agent_id = :agent AND created_at >= :since
              AND status NOT IN ('FAILED', 'EXPIRED', 'QUARANTINED')
            """)
        .param("agent", agentId)
        .param("since", at(since))
        .query((row, index) -> Usd.ofCents(row.getLong(1)))
        .single();
  }

  @Override
  public boolean hasDisputedTopUp(String agentId) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM purchase
              WHERE source = 'AUTO_TOP_UP' AND agent_id = ?
                AND (status = 'DISPUTED'
                  OR EXISTS (SELECT 1 FROM fraud_warning
                    WHERE fraud_warning.purchase_id = purchase.purchase_id
                      AND NOT fraud_warning.heeded)))
            """)
        .param(agentId)
        .query(Boolean.class)
        .single();
  }

  private static @Nullable Long cents(Usd amount) {
    return amount.cents();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
