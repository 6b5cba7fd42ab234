package dev.agora.ledger.dispute;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far open disputes were followed. Whoever follows a trail locks its row, before any chain or
 * wallet.
 */
@Repository
class JdbcTrails {

  private final JdbcClient jdbc;

  JdbcTrails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins a trail at the buyer of each open dispute, behind the last entry of that instant. */
  void begin(Instant since) {
    jdbc.sql(
            """
            INSERT INTO dispute_trail (dispute_id, wallet_id, looked_up_to)
            SELECT dispute.id, wallet_id, greatest(version_at(wallet_id, :since), coalesce(payee_version, 0))
            FROM dispute JOIN journal ON number = purchase
            WHERE status = 'OPEN' AND part_of IS NULL
              AND NOT EXISTS (SELECT FROM dispute_trail WHERE dispute_id = dispute.id)
            ON CONFLICT DO NOTHING
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** A trail with entries to look at, locked; those first that were not looked at the longest. */
  Optional<Trail> next(int page) {
    return jdbc.sql(
            """
            SELECT dispute_id, wallet.id AS wallet_id, purchase, looked_up_to, (
                SELECT entry.version FROM entry
                WHERE holder_id = wallet.id AND entry.version >= least(looked_up_to + :page, wallet.version)
                  AND available_change IS NOT NULL
                ORDER BY entry.version LIMIT 1) AS up_to
            FROM dispute_trail
            JOIN dispute ON dispute.id = dispute_id AND dispute.status = 'OPEN'
            JOIN wallet ON wallet.id = dispute_trail.wallet_id AND wallet.version > looked_up_to
            ORDER BY looked_at LIMIT 1
            FOR UPDATE OF dispute_trail SKIP LOCKED
            """)
        .param("page", page)
        .query((row, index) -> read(row))
        .optional();
  }

  void advance(Trail trail) {
    jdbc.sql(
            """
            UPDATE dispute_trail SET looked_up_to = :upTo, looked_at = clock_timestamp()
            WHERE dispute_id = :dispute AND wallet_id = :wallet
            """)
        .param("upTo", trail.upTo())
        .param("dispute", trail.dispute().value())
        .param("wallet", trail.wallet())
        .update();
  }

  /** Goes on at the agents to which that trail's lots went as they were. */
  void branch(Trail trail, Collection<TrailEnd> ends) {
    for (TrailEnd end : ends) {
      jdbc.sql(
              """
              INSERT INTO dispute_trail (dispute_id, wallet_id, looked_up_to)
              VALUES (:dispute, :wallet, :version) ON CONFLICT DO NOTHING
              """)
          .param("dispute", trail.dispute().value())
          .param("wallet", end.wallet())
          .param("version", end.version())
          .update();
    }
  }

  /** A dispute that has ended since its trails began. */
  Optional<DisputeId> ended() {
    return jdbc.sql(
            """
            SELECT dispute_id FROM dispute_trail JOIN dispute ON dispute.id = dispute_id
            WHERE status <> 'OPEN' LIMIT 1
            """)
        .query((row, index) -> new DisputeId(row.getString(1)))
        .optional();
  }

  /** Waits for whoever follows that dispute; a statement that looks has to come after this one. */
  void lock(DisputeId dispute) {
    jdbc.sql(
            "SELECT wallet_id FROM dispute_trail WHERE dispute_id = ? ORDER BY wallet_id FOR UPDATE")
        .param(dispute.value())
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /** Who has something frozen because of that dispute, apart from its buyer. */
  List<AgentId> payees(DisputeId dispute, int max) {
    return jdbc.sql(
            """
            SELECT agent_id FROM dispute JOIN wallet ON wallet.id = wallet_id
            WHERE part_of = ? AND dispute.status = 'OPEN' ORDER BY agent_id LIMIT ?
            """)
        .params(dispute.value(), max)
        .query((row, index) -> new AgentId(row.getString(1)))
        .list();
  }

  void end(DisputeId dispute) {
    jdbc.sql("DELETE FROM dispute_trail WHERE dispute_id = ?").param(dispute.value()).update();
  }

  private static Trail read(ResultSet row) throws SQLException {
    return new Trail(
        new DisputeId(row.getString("dispute_id")),
        row.getLong("wallet_id"),
        row.getLong("purchase"),
        row.getLong("looked_up_to"),
        row.getLong("up_to"));
  }
}
