package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.marketplace.listing.JdbcTerms;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an order lies in its rows. */
final class JdbcOrderRow {

  static final String CHANGING_COLUMNS =
      "state, revisions_used, deliver_by, split_by, split_bps, seller_gross, seller_net, fee,"
          + " buyer_refund, posted_at, refusal_code, refusal_missing, completed_at,"
          + " buyer_reviewed, seller_reviewed, refunded, version, updated_at";
  static final String CHANGING_VALUES =
      ":state, :revisionsUsed, CAST(:deliverBy AS timestamptz), :splitBy, CAST(:splitBps AS int),"
          + " CAST(:sellerGross AS bigint), CAST(:sellerNet AS bigint), CAST(:fee AS bigint),"
          + " CAST(:buyerRefund AS bigint), CAST(:postedAt AS timestamptz), :refusalCode,"
          + " CAST(:refusalMissing AS bigint), CAST(:completedAt AS timestamptz),"
          + " :buyerReviewed, :sellerReviewed, :refunded, :version, :updatedAt";
  static final String DISPUTE_COLUMNS =
      "reason, evidence, seller_bps, opened_at, answer, answered_at, ruled_bps, ruled_reason,"
          + " ruled_by, ruled_at";
  static final String DISPUTE_VALUES =
      ":reason, :evidence, :sellerBps, :openedAt, :answer, CAST(:answeredAt AS timestamptz),"
          + " CAST(:ruledBps AS int), :ruledReason, :ruledBy, CAST(:ruledAt AS timestamptz)";
  static final String SELECT =
      "SELECT id, service_id, buyer, seller, hold_id, "
          + JdbcTerms.COLUMNS
          + ", fee_bps, input, created_at, "
          + CHANGING_COLUMNS
          + ", "
          + DISPUTE_COLUMNS
          + ", ARRAY(SELECT verb FROM order_timer WHERE order_id = id ORDER BY verb) AS timer_verbs"
          + ", ARRAY(SELECT due_at FROM order_timer WHERE order_id = id ORDER BY verb) AS timer_dues"
          + " FROM market_order LEFT JOIN dispute ON dispute.order_id = market_order.id";

  private JdbcOrderRow() {}

  static Order read(ResultSet row) throws SQLException {
    Deal deal =
        new Deal(
            new ServiceId(row.getString("service_id")),
            new AgentId(row.getString("buyer")),
            new AgentId(row.getString("seller")),
            JdbcTerms.read(row),
            FeeRate.ofBasisPoints(row.getInt("fee_bps")),
            row.getString("hold_id"),
            row.getString("input"),
            JdbcInstants.read(row, "created_at"));
    return new Order(
        new OrderId(row.getString("id")),
        deal,
        OrderState.valueOf(row.getString("state")),
        progress(row),
        timers(row),
        row.getLong("version"),
        JdbcInstants.read(row, "updated_at"));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    String splitBy = row.getString("split_by");
    String refusalCode = row.getString("refusal_code");
    return new Progress(
        row.getInt("revisions_used"),
        JdbcInstants.readOrNull(row, "deliver_by"),
        splitBy == null ? null : new Split(Party.valueOf(splitBy), row.getInt("split_bps")),
        dispute(row),
        settlement(row),
        refusalCode == null
            ? null
            : new Progress.Refusal(refusalCode, credits(row, "refusal_missing")),
        JdbcInstants.readOrNull(row, "completed_at"),
        row.getBoolean("buyer_reviewed"),
        row.getBoolean("seller_reviewed"),
        Credits.ofMicros(row.getLong("refunded")));
  }

  private static @Nullable Dispute dispute(ResultSet row) throws SQLException {
    Instant openedAt = JdbcInstants.readOrNull(row, "opened_at");
    if (openedAt == null) {
      return null;
    }
    Instant ruledAt = JdbcInstants.readOrNull(row, "ruled_at");
    return new Dispute(
        row.getString("reason"),
        row.getString("evidence"),
        row.getInt("seller_bps"),
        openedAt,
        row.getString("answer"),
        JdbcInstants.readOrNull(row, "answered_at"),
        ruledAt == null
            ? null
            : new Dispute.Ruling(
                row.getInt("ruled_bps"),
                row.getString("ruled_reason"),
                row.getString("ruled_by"),
                ruledAt));
  }

  private static @Nullable Settlement settlement(ResultSet row) throws SQLException {
    Credits gross = credits(row, "seller_gross");
    return gross == null
        ? null
        : new Settlement(
            gross,
            Credits.ofMicros(row.getLong("seller_net")),
            Credits.ofMicros(row.getLong("fee")),
            Credits.ofMicros(row.getLong("buyer_refund")),
            JdbcInstants.readOrNull(row, "posted_at"));
  }

  private static Map<Verb, Instant> timers(ResultSet row) throws SQLException {
    String[] verbs = (String[]) row.getArray("timer_verbs").getArray();
    Timestamp[] dues = (Timestamp[]) row.getArray("timer_dues").getArray();
    Map<Verb, Instant> timers = new EnumMap<>(Verb.class);
    for (int index = 0; index < verbs.length; index++) {
      timers.put(Verb.valueOf(verbs[index]), dues[index].toInstant());
    }
    return timers;
  }

  /** The parameters of {@link #CHANGING_VALUES}, and the id. */
  static Map<String, @Nullable Object> changing(Order order) {
    Progress progress = order.progress();
    Split split = progress.split();
    Settlement settlement = progress.settlement();
    Progress.Refusal refusal = progress.refusal();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", order.id().value());
    values.put("state", order.state().name());
    values.put("revisionsUsed", progress.revisionsUsed());
    values.put("deliverBy", utc(progress.deliverBy()));
    values.put("splitBy", split == null ? null : split.by().name());
    values.put("splitBps", split == null ? null : split.sellerBps());
    values.put("sellerGross", settlement == null ? null : settlement.sellerGross().micros());
    values.put("sellerNet", settlement == null ? null : settlement.sellerNet().micros());
    values.put("fee", settlement == null ? null : settlement.fee().micros());
    values.put("buyerRefund", settlement == null ? null : settlement.buyerRefund().micros());
    values.put("postedAt", settlement == null ? null : utc(settlement.postedAt()));
    values.put("refusalCode", refusal == null ? null : refusal.code());
    Credits missing = refusal == null ? null : refusal.missing();
    values.put("refusalMissing", missing == null ? null : missing.micros());
    values.put("completedAt", utc(progress.completedAt()));
    values.put("buyerReviewed", progress.buyerReviewed());
    values.put("sellerReviewed", progress.sellerReviewed());
    values.put("refunded", progress.refunded().micros());
    values.put("version", order.version());
    values.put("updatedAt", utc(order.updatedAt()));
    return values;
  }

  /** The parameters of {@link #DISPUTE_VALUES}. */
  static Map<String, @Nullable Object> dispute(Dispute dispute) {
    Dispute.Ruling ruling = dispute.ruling();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("reason", dispute.reason());
    values.put("evidence", dispute.evidence());
    values.put("sellerBps", dispute.sellerBps());
    values.put("openedAt", utc(dispute.openedAt()));
    values.put("answer", dispute.answer());
    values.put("answeredAt", utc(dispute.answeredAt()));
    values.put("ruledBps", ruling == null ? null : ruling.sellerBps());
    values.put("ruledReason", ruling == null ? null : ruling.reason());
    values.put("ruledBy", ruling == null ? null : ruling.by());
    values.put("ruledAt", ruling == null ? null : utc(ruling.at()));
    return values;
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Credits credits(ResultSet row, String column) throws SQLException {
    Long micros = row.getObject(column, Long.class);
    return micros == null ? null : Credits.ofMicros(micros);
  }
}
