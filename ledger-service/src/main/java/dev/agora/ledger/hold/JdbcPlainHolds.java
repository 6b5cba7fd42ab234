package dev.agora.ledger.hold;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.HoldStatus;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments to come as they are now; the services' own holds are none. */
@Repository
class JdbcPlainHolds {

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcPlainHolds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The hold, if the agent is one of its sides. */
  Optional<HoldView> find(HoldId id, String agent) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            SELECT hold.id, hold.status, payer.agent_id AS payer, payee.agent_id AS payee, amount, captured,
              hold.promotional + hold.purchased + hold.earned AS left, expires_at, reference
            FROM hold
            JOIN wallet payer ON payer.id = wallet_id
            JOIN wallet payee ON payee.id = payee_id
            WHERE hold.id = :id AND purpose = 'PAYMENT' AND :agent IN (payer.agent_id, payee.agent_id)
            """)
        .param("id", id.value())
        .param("agent", agent)
        .query((row, index) -> read(row, now))
        .optional();
  }

  /** Whose holds are over, those first that have been so the longest. */
  Set<AgentId> payersOfDue(int max) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT agent_id FROM hold JOIN wallet ON wallet.id = wallet_id
                WHERE hold.status = 'HELD' AND expires_at <= ? ORDER BY expires_at LIMIT ?
                """)
            .params(clock.instant().atOffset(ZoneOffset.UTC), max)
            .query((row, index) -> new AgentId(row.getString(1)))
            .list());
  }

  /** What is over is shown so at once, whether it has been written or not. */
  private static HoldView read(ResultSet row, Instant now) throws SQLException {
    HoldStatus stored = HoldStatus.valueOf(row.getString("status"));
    Instant expiresAt = JdbcInstants.read(row, "expires_at");
    boolean over = stored == HoldStatus.HELD && !expiresAt.isAfter(now);
    return new HoldView(
        row.getString("id"),
        over ? HoldStatus.EXPIRED : stored,
        row.getString("payer"),
        row.getString("payee"),
        Credits.ofMicros(row.getLong("amount")),
        Credits.ofMicros(row.getLong("captured")),
        over ? Credits.ZERO : Credits.ofMicros(row.getLong("left")),
        expiresAt,
        row.getString("reference"));
  }
}
