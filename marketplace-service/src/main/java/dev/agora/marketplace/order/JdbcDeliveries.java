package dev.agora.marketplace.order;

import dev.agora.jdbc.JdbcInstants;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries in table {@code delivery}. */
@Repository
class JdbcDeliveries implements Deliveries {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcDeliveries(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
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
                    List.of(json.readValue(row.getString("files"), Delivery.FileLink[].class)),
                    row.getString("note"),
                    row.getString("sha256"),
                    JdbcInstants.read(row, "at")))
        .list();
  }

  @Override
  public void add(OrderId order, Delivery delivery) {
    jdbc.sql(
            """
            INSERT INTO delivery (order_id, number, content, links, files, note, sha256, at)
            VALUES (:order, :number, CAST(:content AS jsonb), :links, CAST(:files AS jsonb),
                :note, :sha256, :at)
            """)
        .param("order", order.value())
        .param("number", delivery.number())
        .param("content", delivery.content())
        .param("links", delivery.links().toArray(String[]::new))
        .param("files", json.writeValueAsString(delivery.files()))
        .param("note", delivery.note())
        .param("sha256", delivery.sha256())
        .param("at", delivery.at().atOffset(ZoneOffset.UTC))
        .update();
  }
}
