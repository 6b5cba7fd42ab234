package dev.agora.marketplace.subscription;

import dev.agora.agents.AgentId;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.marketplace.listing.JdbcTerms;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a subscription and its months lie in their rows. */
final class JdbcSubscriptionRow {

  static final String CHANGING_COLUMNS =
      JdbcTerms.COLUMNS
          + ", state, paid_until, canceled, grace_until, refusal_code, refusal_missing, month,"
          + " due_at, version, updated_at";
  static final String CHANGING_VALUES =
      JdbcTerms.VALUES
          + ", :state, CAST(:paidUntil AS timestamptz), :canceled,"
          + " CAST(:graceUntil AS timestamptz), :refusalCode, CAST(:refusalMissing AS bigint),"
          + " :month, CAST(:dueAt AS timestamptz), :version, :updatedAt";
  static final String PERIOD_COLUMNS =
      "period_id, subscription_id, number, starts_at, ends_at, charged, fee_bps, attempt, hold_id,"
          + " attempted_at, payment, seller_net, fee";
  static final String PERIOD_VALUES =
      ":period, :subscription, :number, :startsAt, :endsAt, :charged, :feeBps, :attempt, :hold,"
          + " :attemptedAt, :payment, CAST(:sellerNet AS bigint), CAST(:fee AS bigint)";
  static final String SELECT =
      "SELECT id, service_id, buyer, seller, input, started_at, "
          + CHANGING_COLUMNS
          + ", "
          + PERIOD_COLUMNS
          + " FROM subscription JOIN subscription_period"
          + " ON subscription_id = id AND number = month";

  private static final String ASKED = "ASKED";
  private static final String REFUSED = "REFUSED";
  private static final String PAID = "PAID";

  private JdbcSubscriptionRow() {}

  static Subscription read(ResultSet row) throws SQLException {
    Plan plan =
        new Plan(
            new ServiceId(row.getString("service_id")),
            new AgentId(row.getString("buyer")),
            new AgentId(row.getString("seller")),
            JdbcTerms.read(row),
            row.getString("input"),
            JdbcInstants.read(row, "started_at"));
    String refusal = row.getString("refusal_code");
    Standing standing =
        new Standing(
            JdbcInstants.readOrNull(row, "paid_until"),
            row.getBoolean("canceled"),
            JdbcInstants.readOrNull(row, "grace_until"),
            refusal == null
                ? null
                : new Standing.Refusal(refusal, credits(row, "refusal_missing")));
    return new Subscription(
        new SubscriptionId(row.getString("id")),
        plan,
        SubscriptionState.valueOf(row.getString("state")),
        standing,
        readPeriod(row),
        JdbcInstants.readOrNull(row, "due_at"),
        row.getLong("version"),
        JdbcInstants.read(row, "updated_at"));
  }

  static Period readPeriod(ResultSet row) throws SQLException {
    return new Period(
        new PeriodId(row.getString("period_id")),
        row.getInt("number"),
        JdbcInstants.read(row, "starts_at"),
        JdbcInstants.read(row, "ends_at"),
        Credits.ofMicros(row.getLong("charged")),
        FeeRate.ofBasisPoints(row.getInt("fee_bps")),
        row.getInt("attempt"),
        row.getString("hold_id"),
        JdbcInstants.read(row, "attempted_at"),
        payment(row));
  }

  private static Period.Payment payment(ResultSet row) throws SQLException {
    String payment = row.getString("payment");
    return switch (payment) {
      case ASKED -> new Period.Payment.Asked();
      case REFUSED -> new Period.Payment.Refused();
      case PAID ->
          new Period.Payment.Paid(
              Credits.ofMicros(row.getLong("seller_net")), Credits.ofMicros(row.getLong("fee")));
      default -> throw new IllegalStateException("no payment is " + payment);
    };
  }

  /** The parameters of {@link #CHANGING_VALUES}, and the id. */
  static Map<String, @Nullable Object> changing(Subscription subscription) {
    Standing standing = subscription.standing();
    Standing.Refusal refusal = standing.refusal();
    Credits missing = refusal == null ? null : refusal.missing();
    Map<String, @Nullable Object> values =
        new HashMap<>(JdbcTerms.parameters(subscription.plan().terms()));
    values.put("id", subscription.id().value());
    values.put("state", subscription.state().name());
    values.put("paidUntil", utc(standing.paidUntil()));
    values.put("canceled", standing.canceled());
    values.put("graceUntil", utc(standing.graceUntil()));
    values.put("refusalCode", refusal == null ? null : refusal.code());
    values.put("refusalMissing", missing == null ? null : missing.micros());
    values.put("month", subscription.period().number());
    values.put("dueAt", utc(subscription.dueAt()));
    values.put("version", subscription.version());
    values.put("updatedAt", utc(subscription.updatedAt()));
    return values;
  }

  /** The parameters of {@link #PERIOD_VALUES}. */
  static Map<String, @Nullable Object> period(SubscriptionId subscription, Period period) {
    Period.Payment.Paid paid = period.paid();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("period", period.id().value());
    values.put("subscription", subscription.value());
    values.put("number", period.number());
    values.put("startsAt", utc(period.from()));
    values.put("endsAt", utc(period.until()));
    values.put("charged", period.price().micros());
    values.put("feeBps", period.fee().basisPoints());
    values.put("attempt", period.attempt());
    values.put("hold", period.holdId());
    values.put("attemptedAt", utc(period.attemptedAt()));
    values.put("payment", paid != null ? PAID : period.isAsked() ? ASKED : REFUSED);
    values.put("sellerNet", paid == null ? null : paid.sellerNet().micros());
    values.put("fee", paid == null ? null : paid.fee().micros());
    return values;
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Credits credits(ResultSet row, String column) throws SQLException {
    Long micros = row.getObject(column, Long.class);
    return micros == null ? null : Credits.ofMicros(micros);
  }
}
