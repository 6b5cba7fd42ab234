package dev.agora.marketplace.figures;

import dev.agora.marketplace.listing.ServiceId;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sales in table {@code sale}; refunds stay where they are. */
@Repository
class JdbcSales implements Sales {

  private final JdbcClient jdbc;

  JdbcSales(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void addOrder(String order) {
    jdbc.sql(
            """
            INSERT INTO sale (id, service_id, at, gross, fee, outcome, disputed, delivery_seconds)
            SELECT id, service_id, posted_at, seller_gross, fee, state,
                   EXISTS (SELECT FROM dispute WHERE order_id = id), delivery_seconds_of(id)
            FROM market_order WHERE id = ?
            ON CONFLICT (id) DO NOTHING
            """)
        .param(order)
        .update();
  }

  @Override
  public void add(String id, ServiceId service, Credits gross, Credits fee, Instant at) {
    jdbc.sql(
            """
            INSERT INTO sale (id, service_id, at, gross, fee)
            VALUES (:id, :service, :at, :gross, :fee)
            """)
        .param("id", id)
        .param("service", service.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("gross", gross.micros())
        .param("fee", fee.micros())
        .update();
  }

  @Override
  public Turnover turnover(@Nullable ServiceId service, Days days) {
    String ofService = service == null ? "" : " AND service_id = :service";
    return jdbc.sql(
            """
            WITH sold AS (
              SELECT count(*) FILTER (WHERE gross > 0) AS sold, coalesce(sum(gross), 0) AS gmv,
                     coalesce(sum(fee), 0) AS fees, count(outcome) AS ended,
                     count(*) FILTER (WHERE outcome = 'COMPLETED') AS completed,
                     count(*) FILTER (WHERE disputed) AS disputed,
                     percentile_cont(0.5) WITHIN GROUP (ORDER BY delivery_seconds) AS median
              FROM sale WHERE at >= :begin AND at < :end%1$s),
            refunded AS (
              SELECT count(*) AS refunds, coalesce(sum(to_buyer), 0) AS refunded,
                     coalesce(sum(fee_returned), 0) AS fees_returned
              FROM order_refund JOIN market_order ON market_order.id = order_id
              WHERE outcome = 'POSTED' AND at >= :begin AND at < :end%1$s)
            SELECT * FROM sold CROSS JOIN refunded
            """
                .formatted(ofService))
        .param("service", service == null ? "" : service.value())
        .param("begin", days.begin().atOffset(ZoneOffset.UTC))
        .param("end", days.end().atOffset(ZoneOffset.UTC))
        .query((row, number) -> read(row))
        .single();
  }

  private static Turnover read(ResultSet row) throws SQLException {
    Double median = row.getObject("median", Double.class);
    return new Turnover(
        row.getLong("sold"),
        Credits.ofMicros(row.getLong("gmv")),
        Credits.ofMicros(row.getLong("fees")),
        row.getLong("refunds"),
        Credits.ofMicros(row.getLong("refunded")),
        Credits.ofMicros(row.getLong("fees_returned")),
        row.getLong("ended"),
        row.getLong("completed"),
        row.getLong("disputed"),
        median == null ? OptionalDouble.empty() : OptionalDouble.of(median));
  }
}
