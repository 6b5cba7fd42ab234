package dev.agora.marketplace.refund;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.marketplace.order.Adjustment;
import dev.agora.marketplace.order.Adjustments;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.RefundId;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adjustments in table {@code order_refund}. */
@Repository
class JdbcAdjustments implements Adjustments {

  private final JdbcClient jdbc;

  JdbcAdjustments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Adjustment> find(RefundId id) {
    return jdbc.sql("SELECT * FROM order_refund WHERE id = ?")
        .param(id.value())
        .query((row, number) -> read(row))
        .optional();
  }

  @Override
  public List<Adjustment> of(OrderId order) {
    return jdbc.sql("SELECT * FROM order_refund WHERE order_id = ? ORDER BY id")
        .param(order.value())
        .query((row, number) -> read(row))
        .list();
  }

  @Override
  public void add(Adjustment adjustment) {
    jdbc.sql(
            """
            INSERT INTO order_refund (id, order_id, amount, reason, outcome, at)
            VALUES (:id, :order, :amount, :reason, :outcome, :at)
            """)
        .param("id", adjustment.id().value())
        .param("order", adjustment.order().value())
        .param("amount", adjustment.amount().micros())
        .param("reason", adjustment.reason())
        .param("outcome", adjustment.outcome().name())
        .param("at", adjustment.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void update(Adjustment adjustment) {
    Adjustment.Posted posted =
        adjustment.outcome() instanceof Adjustment.Posted outcome ? outcome : null;
    Adjustment.Refused refused =
        adjustment.outcome() instanceof Adjustment.Refused outcome ? outcome : null;
    jdbc.sql(
            """
            UPDATE order_refund
            SET outcome = :outcome, at = :at, to_buyer = CAST(:toBuyer AS bigint),
                from_seller = CAST(:fromSeller AS bigint),
                fee_returned = CAST(:feeReturned AS bigint), refusal_code = :code,
                refusal_missing = CAST(:missing AS bigint)
            WHERE id = :id
            """)
        .param("id", adjustment.id().value())
        .param("outcome", adjustment.outcome().name())
        .param("at", adjustment.at().atOffset(ZoneOffset.UTC))
        .param("toBuyer", posted == null ? null : posted.toBuyer().micros())
        .param("fromSeller", posted == null ? null : posted.fromSeller().micros())
        .param("feeReturned", posted == null ? null : posted.feeReturned().micros())
        .param("code", refused == null ? null : refused.code())
        .param("missing", refused == null ? null : micros(refused.missing()))
        .update();
  }

  private static @Nullable Long micros(@Nullable Credits credits) {
    return credits == null ? null : credits.micros();
  }

  private static Adjustment read(ResultSet row) throws SQLException {
    return new Adjustment(
        new RefundId(row.getString("id")),
        new OrderId(row.getString("order_id")),
        Credits.ofMicros(row.getLong("amount")),
        row.getString("reason"),
        outcome(row),
        JdbcInstants.read(row, "at"));
  }

  private static Adjustment.Outcome outcome(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "ASKED" -> new Adjustment.Asked();
      case "POSTED" ->
          new Adjustment.Posted(
              Credits.ofMicros(row.getLong("to_buyer")),
              Credits.ofMicros(row.getLong("from_seller")),
              Credits.ofMicros(row.getLong("fee_returned")));
      case "REFUSED" -> {
        Long missing = row.getObject("refusal_missing", Long.class);
        yield new Adjustment.Refused(
            row.getString("refusal_code"), missing == null ? null : Credits.ofMicros(missing));
      }
      default -> throw new IllegalStateException("no refund is " + outcome);
    };
  }
}
