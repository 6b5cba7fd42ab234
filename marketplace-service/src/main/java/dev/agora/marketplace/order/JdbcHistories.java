package dev.agora.marketplace.order;

import dev.agora.jdbc.JdbcInstants;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Histories in table {@code order_event}, which {@link JdbcOrders} writes with each change. */
@Repository
class JdbcHistories implements Histories {

  private final JdbcClient jdbc;

  JdbcHistories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Happening> of(OrderId order) {
    return jdbc.sql("SELECT * FROM order_event WHERE order_id = ? ORDER BY version")
        .param(order.value())
        .query(
            (row, index) ->
                new Happening(
                    row.getLong("version"),
                    Verb.valueOf(row.getString("verb")),
                    Party.valueOf(row.getString("party")),
                    OrderState.valueOf(row.getString("state")),
                    row.getString("note"),
                    JdbcInstants.read(row, "at")))
        .list();
  }
}
