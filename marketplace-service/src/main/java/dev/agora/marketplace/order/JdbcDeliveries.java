package dev.agora.marketplace.order;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries in table {@code delivery}. */
@Repository
class JdbcDeliveries implements Deliveries {

  private final JdbcClient jdbc;

  JdbcDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Delivery> of(OrderId order) {
    return jdbc.sql("SELECT * FROM delivery WHERE order_id = ? ORDER BY number")
        .param(order.value())
        .query(
            (row, index) ->
                new Delivery(
                    row.getInt("number"),
                    row.getString("content"),
                    List.of((String[]) row.getArray("links").getArray()),
                    row.getString("note"),
                    row.getString("sha256"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  public void add(OrderId order, Delivery delivery) {
    jdbc.sql(
            """
            INSERT INTO delivery (order_id, number, content, links, note, sha256, at)
            VALUES (:order, :number, CAST(:content AS jsonb), :links, :note, :sha256, :at)
            """)
        .param("order", order.value())
        .param("number", delivery.number())
        .param("content", delivery.content())
        .param("links", delivery.links().toArray(String[]::new))
        .param("note", delivery.note())
        .param("sha256", delivery.sha256())
        .param("at", delivery.at().atOffset(ZoneOffset.UTC))
        .update();
  }
}
