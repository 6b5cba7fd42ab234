package dev.agora.payout.conversion;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import dev.agora.payout.quote.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads rows of table {@code conversion}. */
final class ConversionRow {

  private ConversionRow() {}

  static Conversion read(ResultSet row, int index) throws SQLException {
    return new Conversion(
        new ConversionId(row.getString("conversion_id")),
        row.getString("agent_id"),
        row.getString("human_id"),
        row.getString("hold_id"),
        row.getString("destination"),
        terms(row),
        row.getString("asked_by"),
        YearMonth.from(row.getObject("cap_month", LocalDate.class)),
        ConversionStatus.valueOf(row.getString("status")),
        rejection(row),
        row.getString("transaction_id"),
        bankLeg(row),
        Usd.ofCents(row.getLong("reversed_cents")),
        JdbcInstants.readOrNull(row, "lapses_at"),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.read(row, "changed_at"),
        row.getLong("version"));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        Credits.ofMicros(row.getLong("credit_micros")),
        Usd.ofCents(row.getLong("gross_cents")),
        Usd.ofCents(row.getLong("fee_cents")),
        row.getInt("fee_bps"),
        Usd.ofCents(row.getLong("net_cents")));
  }

  private static @Nullable Rejection rejection(ResultSet row) throws SQLException {
    String code = row.getString("rejection_code");
    return code == null
        ? null
        : new Rejection(code, row.getString("rejection_message"), row.getString("convertible"));
  }

  private static BankLeg bankLeg(ResultSet row) throws SQLException {
    return new BankLeg(
        BankStatus.valueOf(row.getString("payout_status")),
        row.getString("payout_id"),
        JdbcInstants.readOrNull(row, "payout_made_at"),
        row.getString("payout_failure"));
  }
}
