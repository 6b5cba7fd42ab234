package dev.agora.ledger.statement;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Balances as they were, out of the journal: each statement line has the balances after it. */
@Repository
class JdbcPastBalances {

  private final JdbcClient jdbc;

  JdbcPastBalances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Balance> find(AgentId agent, Instant at) {
    return jdbc.sql(
            """
            SELECT agent_id, coalesce(promotional_after, 0) AS promotional,
              coalesce(purchased_after, 0) AS purchased, coalesce(earned_after, 0) AS earned,
              coalesce(debt_after, 0) AS debt, coalesce(held_after, 0) AS held,
              coalesce(frozen_after, 0) AS frozen,
              (SELECT coalesce(sum(units), 0)::bigint FROM entry
                WHERE holder_id = wallet.id AND account_id = wallet.id AND part = 'EARNED'
                  AND entry.version <= last.version AND lot > :second) AS seasoning
            FROM wallet
            LEFT JOIN entry AS last ON holder_id = wallet.id AND last.version = version_at(wallet.id, :at)
            WHERE agent_id = :agent
            """)
        .param("second", at.getEpochSecond())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("agent", agent.value())
        .query((row, index) -> read(row, at))
        .optional();
  }

  /** The agent's balances at these instants, in their order. */
  List<BalanceHistoryController.PastBalance> at(AgentId agent, List<Instant> instants) {
    return jdbc.sql(
            """
            SELECT reading.at, coalesce(promotional_after, 0) AS promotional,
              coalesce(purchased_after, 0) AS purchased, coalesce(earned_after, 0) AS earned,
              coalesce(debt_after, 0) AS debt, coalesce(held_after, 0) AS held,
              coalesce(frozen_after, 0) AS frozen
            FROM wallet
            CROSS JOIN unnest(:instants::timestamptz[]) WITH ORDINALITY AS reading (at, place)
            LEFT JOIN LATERAL (SELECT version_at(wallet.id, reading.at) AS version) AS known ON true
            LEFT JOIN entry AS last ON holder_id = wallet.id AND last.version = known.version
            WHERE agent_id = :agent
            ORDER BY place
            """)
        .param("instants", instants.stream().map(Instant::toString).toArray(String[]::new))
        .param("agent", agent.value())
        .query((row, index) -> readPast(row))
        .list();
  }

  private static BalanceHistoryController.PastBalance readPast(ResultSet row) throws SQLException {
    Balance.Buckets buckets =
        new Balance.Buckets(
            credits(row, "promotional"), credits(row, "purchased"), credits(row, "earned"));
    return new BalanceHistoryController.PastBalance(
        JdbcInstants.read(row, "at"),
        buckets.promotional().plus(buckets.purchased()).plus(buckets.earned()),
        credits(row, "held"),
        credits(row, "frozen"),
        buckets,
        credits(row, "debt").negated());
  }

  private static Balance read(ResultSet row, Instant at) throws SQLException {
    Credits promotional = credits(row, "promotional");
    Credits purchased = credits(row, "purchased");
    Credits earned = credits(row, "earned");
    Credits seasoning = credits(row, "seasoning");
    return new Balance(
        row.getString("agent_id"),
        promotional.plus(purchased).plus(earned),
        credits(row, "held"),
        credits(row, "frozen"),
        new Balance.Buckets(promotional, purchased, earned),
        seasoning,
        earned.minus(seasoning),
        credits(row, "debt").negated(),
        at);
  }

  private static Credits credits(ResultSet row, String column) throws SQLException {
    return Credits.ofMicros(row.getLong(column));
  }
}
