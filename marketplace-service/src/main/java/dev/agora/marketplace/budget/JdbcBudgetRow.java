package dev.agora.marketplace.budget;

import dev.agora.agents.AgentId;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.Progress;
import dev.agora.marketplace.order.Settlement;
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

/** How a budget lies in its rows. */
final class JdbcBudgetRow {

  static final String CHANGING_COLUMNS =
      "state, used, calls, captures, captured_uses, captured, capturing, refusal_code, refusal_missing, seller_net, fee, posted_at, version,"
          + " updated_at";
  static final String CHANGING_VALUES =
      ":state, :used, :calls, :captures, :capturedUses, :captured,"
          + " CAST(:capturing AS bigint), :refusalCode, CAST(:refusalMissing AS bigint),"
          + " CAST(:sellerNet AS bigint), CAST(:fee AS bigint), CAST(:postedAt AS timestamptz),"
          + " :version, :updatedAt";

  private JdbcBudgetRow() {}

  static Budget read(ResultSet row) throws SQLException {
    Budget.Plan plan =
        new Budget.Plan(
            new ServiceId(row.getString("service_id")),
            row.getString("title"),
            new AgentId(row.getString("buyer")),
            new AgentId(row.getString("seller")),
            Credits.ofMicros(row.getLong("amount")),
            Credits.ofMicros(row.getLong("price")),
            FeeRate.ofBasisPoints(row.getInt("fee_bps")),
            row.getString("hold_id"),
            JdbcInstants.read(row, "created_at"),
            JdbcInstants.read(row, "expires_at"));
    return new Budget(
        new BudgetId(row.getString("id")),
        plan,
        BudgetState.valueOf(row.getString("state")),
        Credits.ofMicros(row.getLong("used")),
        row.getLong("calls"),
        captures(row),
        refusal(row),
        settlement(row, plan.amount()),
        row.getLong("version"),
        JdbcInstants.read(row, "updated_at"));
  }

  static Use readUse(ResultSet row) throws SQLException {
    return new Use(
        row.getInt("number"),
        row.getString("reference"),
        row.getInt("calls"),
        Credits.ofMicros(row.getLong("amount")),
        JdbcInstants.read(row, "at"),
        row.getObject("first_use") == null
            ? null
            : new Budget.Uses(row.getInt("first_use"), row.getInt("last_use")));
  }

  private static Budget.Captures captures(ResultSet row) throws SQLException {
    Long asked = row.getObject("capturing", Long.class);
    return new Budget.Captures(
        row.getInt("captures"),
        row.getInt("captured_uses"),
        Credits.ofMicros(row.getLong("captured")),
        asked == null ? null : Credits.ofMicros(asked));
  }

  private static Progress.@Nullable Refusal refusal(ResultSet row) throws SQLException {
    String code = row.getString("refusal_code");
    Long missing = row.getObject("refusal_missing", Long.class);
    return code == null
        ? null
        : new Progress.Refusal(code, missing == null ? null : Credits.ofMicros(missing));
  }

  private static @Nullable Settlement settlement(ResultSet row, Credits amount)
      throws SQLException {
    Long net = row.getObject("seller_net", Long.class);
    if (net == null) {
      return null;
    }
    Credits fee = Credits.ofMicros(row.getLong("fee"));
    Credits gross = Credits.ofMicros(net).plus(fee);
    return new Settlement(
        gross,
        Credits.ofMicros(net),
        fee,
        amount.minus(gross),
        JdbcInstants.readOrNull(row, "posted_at"));
  }

  static Map<String, Object> fixed(Budget.Plan plan) {
    return Map.of(
        "service", plan.service().value(),
        "title", plan.title(),
        "buyer", plan.buyer().value(),
        "seller", plan.seller().value(),
        "amount", plan.amount().micros(),
        "price", plan.price().micros(),
        "feeBps", plan.fee().basisPoints(),
        "hold", plan.holdId(),
        "createdAt", utc(plan.at()),
        "expiresAt", utc(plan.expiresAt()));
  }

  /** The parameters of {@link #CHANGING_VALUES}, and the id. */
  static Map<String, @Nullable Object> changing(Budget budget) {
    Settlement settlement = budget.settlement();
    Progress.Refusal refusal = budget.refusal();
    Credits missing = refusal == null ? null : refusal.missing();
    Instant postedAt = settlement == null ? null : settlement.postedAt();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", budget.id().value());
    values.put("state", budget.state().name());
    values.put("used", budget.used().micros());
    values.put("calls", budget.calls());
    Credits asked = budget.captures().asked();
    values.put("captures", budget.captures().number());
    values.put("capturedUses", budget.captures().uses());
    values.put("captured", budget.captures().paid().micros());
    values.put("capturing", asked == null ? null : asked.micros());
    values.put("refusalCode", refusal == null ? null : refusal.code());
    values.put("refusalMissing", missing == null ? null : missing.micros());
    values.put("sellerNet", settlement == null ? null : settlement.sellerNet().micros());
    values.put("fee", settlement == null ? null : settlement.fee().micros());
    values.put("postedAt", postedAt == null ? null : utc(postedAt));
    values.put("version", budget.version());
    values.put("updatedAt", utc(budget.updatedAt()));
    return values;
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
