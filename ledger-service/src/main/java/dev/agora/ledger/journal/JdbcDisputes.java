package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.posting.Dispute;
import dev.agora.ledger.posting.DisputeStatus;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What disputes have frozen, and how they ended. */
@Repository
class JdbcDisputes {

  /** Those disputes; the lock of their agent's wallet guards them. */
  JdbcAnswer<DisputeRow> load(JdbcScript script, Collection<DisputeId> disputes) {
    return JdbcRows.of(disputes)
        .texts(DisputeId::value)
        .ask(
            script,
            """
            SELECT dispute.id, part_of, account_id, agent_id, purchase, dispute.promotional, dispute.purchased,
              dispute.earned, dispute.status, recovered, dispute.debt, loss
            FROM dispute JOIN wallet ON wallet.id = wallet_id
            WHERE dispute.id = ANY (?)
            """,
            JdbcDisputes::read);
  }

  void save(JdbcScript script, Collection<Dispute> disputes, AccountIds ids, Instant at) {
    JdbcRows.of(disputes)
        .texts(dispute -> dispute.id().value())
        .texts(dispute -> text(dispute.partOf()))
        .longs(dispute -> ids.of(dispute.id()))
        .longs(dispute -> ids.of(dispute.agent()))
        .longs(Dispute::purchase)
        .longs(dispute -> BucketSums.of(dispute.lots()).promotional().micros())
        .longs(dispute -> BucketSums.of(dispute.lots()).purchased().micros())
        .longs(dispute -> BucketSums.of(dispute.lots()).earned().micros())
        .texts(dispute -> dispute.status().name())
        .longs(dispute -> dispute.end().disputed().micros())
        .longs(dispute -> dispute.end().recovered().micros())
        .longs(dispute -> dispute.end().debt().micros())
        .longs(dispute -> dispute.end().loss().micros())
        .longs(dispute -> Micros.of(at))
        .update(
            script,
            """
            INSERT INTO dispute (id, part_of, account_id, wallet_id, purchase, promotional, purchased, earned, status,
              disputed, recovered, debt, loss, opened_at, ended_at)
            SELECT id, part_of, account_id, wallet_id, purchase, promotional, purchased, earned,
              status::dispute_status, disputed, recovered, debt, loss, now.at,
              CASE status WHEN 'OPEN' THEN NULL ELSE now.at END
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS n (id, part_of, account_id, wallet_id, purchase, promotional, purchased, earned, status, disputed,
                recovered, debt, loss, at_micros),
              LATERAL (SELECT 'epoch'::timestamptz + at_micros * interval '1 microsecond' AS at) AS now
            ON CONFLICT (id) DO UPDATE SET promotional = excluded.promotional, purchased = excluded.purchased,
              earned = excluded.earned, status = excluded.status, disputed = excluded.disputed, recovered = excluded.recovered,
              debt = excluded.debt, loss = excluded.loss, ended_at = excluded.ended_at
            """);
  }

  private static @Nullable String text(@Nullable DisputeId id) {
    return id == null ? null : id.value();
  }

  private static DisputeRow read(ResultSet row, int index) throws SQLException {
    String partOf = row.getString("part_of");
    return new DisputeRow(
        new DisputeId(row.getString("id")),
        partOf == null ? null : new DisputeId(partOf),
        row.getLong("account_id"),
        new AgentId(row.getString("agent_id")),
        row.getLong("purchase"),
        JdbcWallets.sums(row),
        DisputeStatus.valueOf(row.getString("status")),
        new Dispute.End(
            Credits.ofMicros(row.getLong("recovered")),
            Credits.ofMicros(row.getLong("debt")),
            Credits.ofMicros(row.getLong("loss"))));
  }
}
