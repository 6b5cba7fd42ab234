package dev.agora.billing.purchase;

import dev.agora.billing.pricing.Price;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads rows of table {@code purchase}. */
final class PurchaseRow {

  private PurchaseRow() {}

  static KeyedPurchase keyed(ResultSet row, int index) throws SQLException {
    return new KeyedPurchase(
        read(row, index),
        row.getString("body_hash"),
        JdbcInstants.readOrNull(row, "opening_until"));
  }

  static Purchase read(ResultSet row, int index) throws SQLException {
    return new Purchase(
        new PurchaseId(row.getString("purchase_id")),
        row.getString("human_id"),
        row.getString("agent_id"),
        price(row),
        PurchaseSource.valueOf(row.getString("source")),
        PurchaseStatus.valueOf(row.getString("status")),
        checkout(row),
        payment(row),
        JdbcInstants.readOrNull(row, "paid_at"),
        row.getObject("receipt_number", Long.class),
        error(row),
        row.getString("transaction_id"),
        Usd.ofCents(row.getLong("refunded_cents")),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "expires_at"),
        JdbcInstants.read(row, "changed_at"),
        row.getLong("version"));
  }

  private static Price price(ResultSet row) throws SQLException {
    return new Price(
        row.getString("package_id"),
        Usd.ofCents(row.getLong("price_cents")),
        Credits.ofMicros(row.getLong("base_micros")),
        Credits.ofMicros(row.getLong("bonus_micros")),
        Usd.ofCents(row.getLong("fee_cents")),
        row.getInt("fee_bps"));
  }

  private static @Nullable Checkout checkout(ResultSet row) throws SQLException {
    String session = row.getString("session_id");
    return session == null
        ? null
        : new Checkout(session, row.getString("checkout_url"), row.getString("customer_id"));
  }

  private static @Nullable Payment payment(ResultSet row) throws SQLException {
    String intent = row.getString("payment_intent_id");
    return intent == null
        ? null
        : new Payment(
            intent,
            row.getString("charge_id"),
            Usd.ofCents(row.getLong("stripe_fee_cents")),
            Usd.ofCents(row.getLong("tax_cents")));
  }

  private static @Nullable PaymentError error(ResultSet row) throws SQLException {
    String code = row.getString("error_code");
    return code == null ? null : new PaymentError(code, row.getString("error_message"));
  }
}
