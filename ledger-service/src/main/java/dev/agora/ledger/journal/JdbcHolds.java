package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcColumn;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.HoldStatus;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What is set aside. */
@Repository
class JdbcHolds {

  /**
   * Those holds, and those of the wallets that end by themselves until that instant; the lock of
   * their payer's wallet guards them.
   */
  JdbcAnswer<HoldRow> load(
      JdbcScript script,
      Collection<HoldId> holds,
      Collection<Long> walletsThatHold,
      Instant until) {
    if (holds.isEmpty() && walletsThatHold.isEmpty()) {
      return JdbcAnswer.none();
    }
    return script.ask(
        """
        SELECT hold.id, account_id, payer.agent_id AS payer, payee.agent_id AS payee, purpose, amount,
          captured, refunded, hold.promotional, hold.purchased, hold.earned, hold.status, reference, expires_at
        FROM hold
        JOIN wallet payer ON payer.id = wallet_id
        LEFT JOIN wallet payee ON payee.id = payee_id
        WHERE hold.id IN (
          SELECT unnest(?) UNION ALL (
            SELECT id FROM hold
            WHERE wallet_id = ANY (?) AND status = 'HELD'
              AND expires_at <= 'epoch'::timestamptz + (?)[1] * interval '1 microsecond'
            ORDER BY expires_at LIMIT (?)[1]))
        """,
        List.of(
            JdbcColumn.texts(holds.stream().map(HoldId::value).toList()),
            JdbcColumn.longs(walletsThatHold),
            JdbcColumn.longs(List.of(Micros.of(until))),
            JdbcColumn.longs(List.of((long) Batch.EXPIRIES_MAX))),
        JdbcHolds::read);
  }

  /** Writes holds that the batch placed, as it leaves them. */
  void insert(JdbcScript script, Collection<Hold> holds, AccountIds ids, Instant at) {
    withState(holds, at)
        .longs(hold -> ids.of(hold.id()))
        .longs(hold -> ids.of(hold.payer()))
        .longs(hold -> ids.ofNullable(hold.payee()))
        .texts(hold -> hold.purpose().name())
        .longs(hold -> hold.amount().micros())
        .texts(Hold::reference)
        .longs(hold -> hold.expiresAt() == null ? null : (Long) Micros.of(hold.expiresAt()))
        .update(
            script,
            """
            INSERT INTO hold (id, account_id, wallet_id, payee_id, purpose, amount, captured, refunded,
              promotional, purchased, earned, status, reference, placed_at, ended_at,
              expires_at)
            SELECT id, account_id, wallet_id, payee_id, purpose::hold_purpose, amount, captured, refunded,
              promotional, purchased, earned, status::hold_status, reference, now.at,
              CASE status WHEN 'HELD' THEN NULL ELSE now.at END,
              'epoch'::timestamptz + expires_micros * interval '1 microsecond'
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS n (id, captured, refunded, promotional, purchased, earned, status, at_micros, account_id, wallet_id,
                payee_id, purpose, amount, reference, expires_micros),
              LATERAL (SELECT 'epoch'::timestamptz + at_micros * interval '1 microsecond' AS at) AS now
            """);
  }

  /** Writes what became of holds that were placed earlier. */
  void update(JdbcScript script, Collection<Hold> holds, Instant at) {
    withState(holds, at)
        .update(
            script,
            """
            UPDATE hold SET captured = n.captured, refunded = n.refunded, promotional = n.promotional,
              purchased = n.purchased, earned = n.earned, status = n.status::hold_status,
              ended_at = CASE WHEN n.status <> 'HELD' THEN
                coalesce(ended_at, 'epoch'::timestamptz + n.at_micros * interval '1 microsecond') END
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
              AS n (id, captured, refunded, promotional, purchased, earned, status, at_micros)
            WHERE hold.id = n.id
            """);
  }

  private static JdbcRows<Hold> withState(Collection<Hold> holds, Instant at) {
    return JdbcRows.of(holds)
        .texts(hold -> hold.id().value())
        .longs(hold -> hold.captured().micros())
        .longs(hold -> hold.refunded().micros())
        .longs(hold -> BucketSums.of(hold.lots()).promotional().micros())
        .longs(hold -> BucketSums.of(hold.lots()).purchased().micros())
        .longs(hold -> BucketSums.of(hold.lots()).earned().micros())
        .texts(hold -> hold.status().name())
        .longs(hold -> Micros.of(at));
  }

  private static HoldRow read(ResultSet row, int index) throws SQLException {
    String payee = row.getString("payee");
    return new HoldRow(
        new HoldId(row.getString("id")),
        row.getLong("account_id"),
        new AgentId(row.getString("payer")),
        payee == null ? null : new AgentId(payee),
        HoldPurpose.valueOf(row.getString("purpose")),
        Credits.ofMicros(row.getLong("amount")),
        Credits.ofMicros(row.getLong("captured")),
        Credits.ofMicros(row.getLong("refunded")),
        JdbcWallets.sums(row),
        HoldStatus.valueOf(row.getString("status")),
        row.getString("reference"),
        JdbcInstants.readOrNull(row, "expires_at"));
  }
}
