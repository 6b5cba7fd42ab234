package dev.agora.billing.stripe;

import java.time.Instant;
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
  public Optional<Instant> request(String humanId) {
    Optional<Instant> earlier =
        jdbc.sql("SELECT requested_at FROM stripe_customer_request WHERE human_id = ?")
            .param(humanId)
            .query(OffsetDateTime.class)
            .optional()
            .map(OffsetDateTime::toInstant);
    if (earlier.isEmpty()) {
      jdbc.sql(
              """
              INSERT INTO stripe_customer_request (human_id, requested_at) VALUES (?, ?)
              ON CONFLICT (human_id) DO NOTHING
              """)
          .params(humanId, now())
          .update();
    }
    return earlier;
  }

  @Override
  public String keepFirst(String humanId, String customerId) {
    jdbc.sql(
            """
            INSERT INTO stripe_customer (human_id, customer_id, created_at) VALUES (?, ?, ?)
            ON CONFLICT (human_id) DO NOTHING
            """)
        .params(humanId, customerId, now())
        .update();
    jdbc.sql("DELETE FROM stripe_customer_request WHERE human_id = ?").param(humanId).update();
    return find(humanId).orElseThrow();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
