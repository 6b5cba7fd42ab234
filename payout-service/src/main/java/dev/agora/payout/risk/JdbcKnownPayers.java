package dev.agora.payout.risk;

import dev.agora.money.Credits;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKnownPayers implements KnownPayers {

  private final JdbcClient jdbc;

  JdbcKnownPayers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void bought(String purchaseId, String agentId, Credits credits, Instant at) {
    jdbc.sql(
            """
            INSERT INTO known_purchase (purchase_id, agent_id, credit_micros, bought_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (purchase_id) DO NOTHING
            """)
        .params(purchaseId, agentId, credits.micros(), at(at))
        .update();
  }

  @Override
  public void disputed(
      String disputeId,
      String purchaseId,
      String agentId,
      String status,
      Instant at,
      long version) {
    jdbc.sql(
            """
            INSERT INTO known_dispute AS known
              (dispute_id, purchase_id, agent_id, status, changed_at, version)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (dispute_id) DO UPDATE
              SET status = excluded.status, changed_at = excluded.changed_at,
                  version = excluded.version
              WHERE known.version < excluded.version
            """)
        .params(disputeId, purchaseId, agentId, status, at(at), version)
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
