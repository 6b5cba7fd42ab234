package dev.agora.billing.purchase;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBuyers implements Buyers {

  private final JdbcClient jdbc;

  JdbcBuyers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Buyer> human(String humanId) {
    return jdbc.sql("SELECT human_id, email, name, version FROM buyer WHERE human_id = ?")
        .param(humanId)
        .query(
            (row, index) ->
                new Buyer(
                    row.getString("human_id"),
                    row.getString("email"),
                    row.getString("name"),
                    row.getLong("version")))
        .optional();
  }

  @Override
  public void learn(Buyer buyer) {
    jdbc.sql(
            """
            INSERT INTO buyer AS known (human_id, email, name, version)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (human_id) DO UPDATE
              SET email = excluded.email, name = excluded.name, version = excluded.version
              WHERE known.version < excluded.version
            """)
        .params(buyer.humanId(), buyer.email(), buyer.name(), buyer.version())
        .update();
  }
}
