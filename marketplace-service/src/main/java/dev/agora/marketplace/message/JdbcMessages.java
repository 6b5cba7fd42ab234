package dev.agora.marketplace.message;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Party;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages in table {@code order_message}. */
@Repository
class JdbcMessages implements Messages {

  private final JdbcClient jdbc;

  JdbcMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int count(OrderId order) {
    return jdbc.sql("SELECT count(*) FROM order_message WHERE order_id = ?")
        .param(order.value())
        .query(Integer.class)
        .single();
  }

  @Override
  public void add(OrderId order, Message message) {
    jdbc.sql(
            """
            INSERT INTO order_message (order_id, number, party, text, at)
            VALUES (:order, :number, :party, :text, :at)
            """)
        .param("order", order.value())
        .param("number", message.number())
        .param("party", message.party().name())
        .param("text", message.text())
        .param("at", message.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<Message> of(OrderId order, int after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM order_message
            WHERE order_id = :order AND number > :after ORDER BY number LIMIT :limit
            """)
        .param("order", order.value())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, index) ->
                new Message(
                    row.getInt("number"),
                    Party.valueOf(row.getString("party")),
                    row.getString("text"),
                    JdbcInstants.read(row, "at")))
        .list();
  }
}
