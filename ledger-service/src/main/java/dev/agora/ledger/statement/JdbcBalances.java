package dev.agora.ledger.statement;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Balances as they are now. */
@Repository
class JdbcBalances {

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcBalances(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Balance> find(AgentId agent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return jdbc.sql(
            """
            SELECT agent_id, wallet.promotional + due.promotional AS promotional,
              wallet.purchased + due.purchased AS purchased, wallet.earned + due.earned AS earned, debt,
              held - due.promotional - due.purchased - due.earned AS held, frozen,
              (SELECT coalesce(sum(units), 0) FROM lot
                WHERE (account_id = wallet.id OR account_id = ANY (due.accounts))
                  AND bucket = 'EARNED' AND number > :now) AS seasoning
            FROM wallet,
              -- Holds whose time is over are the agent's to spend, whether they have been written so or not.
              LATERAL (
                SELECT coalesce(sum(promotional), 0)::bigint AS promotional,
                  coalesce(sum(purchased), 0)::bigint AS purchased, coalesce(sum(earned), 0)::bigint AS earned,
                  array_agg(account_id) AS accounts
                FROM hold WHERE wallet_id = wallet.id AND status = 'HELD' AND expires_at <= :at) AS due
            WHERE agent_id = :agent
            """)
        .param("agent", agent.value())
        .param("now", now.getEpochSecond())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .query((row, index) -> read(row, now))
        .optional();
  }

  /** Earned credits that do not convert at that instant, by when they do, soonest first. */
  List<SeasoningController.SeasoningCredits> seasoning(AgentId agent, Instant at) {
    return jdbc.sql(
            """
            SELECT number, sum(units)::bigint AS units
            FROM wallet,
              LATERAL (
                SELECT wallet.id AS account_id
                UNION ALL
                SELECT hold.account_id FROM hold
                WHERE wallet_id = wallet.id AND status = 'HELD' AND expires_at <= :at) AS account
              JOIN lot USING (account_id)
            WHERE agent_id = :agent AND bucket = 'EARNED' AND number > :second
            GROUP BY number ORDER BY number
            """)
        .param("agent", agent.value())
        .param("second", at.getEpochSecond())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(
            (row, index) ->
                new SeasoningController.SeasoningCredits(
                    Credits.ofMicros(row.getLong("units")),
                    Instant.ofEpochSecond(row.getLong("number"))))
        .list();
  }

  private static Balance read(ResultSet row, Instant now) throws SQLException {
    Credits promotional = Credits.ofMicros(row.getLong("promotional"));
    Credits purchased = Credits.ofMicros(row.getLong("purchased"));
    Credits earned = Credits.ofMicros(row.getLong("earned"));
    Credits seasoning = Credits.ofMicros(row.getLong("seasoning"));
    return new Balance(
        row.getString("agent_id"),
        promotional.plus(purchased).plus(earned),
        Credits.ofMicros(row.getLong("held")),
        Credits.ofMicros(row.getLong("frozen")),
        new Balance.Buckets(promotional, purchased, earned),
        seasoning,
        earned.minus(seasoning),
        Credits.ofMicros(row.getLong("debt")).negated(),
        now);
  }
}
