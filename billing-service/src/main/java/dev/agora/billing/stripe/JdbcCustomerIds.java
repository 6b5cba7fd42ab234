package dev.agora.billing.stripe;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCustomerIds implements CustomerIds {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcCustomerIds(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<String> find(String humanId) {
    return jdbc.sql("SELECT customer_id FROM stripe_customer WHERE human_id = ?")
        .param(humanId)
        .query(String.class)
        .optional();
  }

  @Override
  public String keepFirst(String humanId, String customerId) {
    jdbc.sql(
            """
            INSERT INTO stripe_customer (human_id, customer_id, created_at) VALUES (?, ?, ?)
            ON CONFLICT (human_id) DO NOTHING
            """)
        .params(humanId, customerId, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    return find(humanId).orElseThrow();
  }
}
