package dev.agora.payout.approval;

import dev.agora.money.Credits;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApprovalRules implements ApprovalRules {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcApprovalRules(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<Credits> above(String humanId) {
    return jdbc.sql("SELECT above_micros FROM approval_rule WHERE human_id = ?")
        .param(humanId)
        .query(Long.class)
        .optional()
        .map(Credits::ofMicros);
  }

  @Override
  public void set(String humanId, Credits above) {
    jdbc.sql(
            """
            INSERT INTO approval_rule (human_id, above_micros, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (human_id) DO UPDATE
              SET above_micros = excluded.above_micros, changed_at = excluded.changed_at
            """)
        .params(humanId, above.micros(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  @Override
  public void remove(String humanId) {
    jdbc.sql("DELETE FROM approval_rule WHERE human_id = ?").param(humanId).update();
  }
}
