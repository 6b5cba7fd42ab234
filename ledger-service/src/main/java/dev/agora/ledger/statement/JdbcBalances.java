package dev.agora.ledger.statement;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.Spent;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Balances as they are now. */
@Repository
class JdbcBalances {

  private static final String SELECT =
      """
      SELECT agent_id, wallet.promotional + due.promotional AS promotional,
        wallet.purchased + due.purchased AS purchased, wallet.earned + due.earned AS earned, debt,
        held - due.promotional - due.purchased - due.earned AS held, frozen,
        limit_payment, limit_day, limit_month, day_spent, month_spent, changed_at,
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
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcBalances(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Balance> find(AgentId agent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return jdbc.sql(SELECT + "WHERE agent_id = :agent")
        .param("agent", agent.value())
        .param("now", now.getEpochSecond())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .query((row, index) -> read(row, now))
        .optional();
  }

  /**
   * The funds of an owner's agents, newest agent first.
   *
   * @param before only agents whose id sorts before it; null at the start
   */
  List<Funds> ofOwner(OwnerId owner, @Nullable String before, int limit) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return jdbc.sql(
            SELECT
                + """
                WHERE owner_id = :owner AND (CAST(:before AS text) IS NULL OR agent_id < :before)
                ORDER BY agent_id DESC
                LIMIT :limit
                """)
        .param("owner", owner.value())
        .param("before", before)
        .param("limit", limit)
        .param("now", now.getEpochSecond())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .query((row, index) -> new Funds(read(row, now), spending(row, now)))
        .list();
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

  private static Funds.Spending spending(ResultSet row, Instant now) throws SQLException {
    Spent spent =
        new Spent(
                Credits.ofMicros(row.getLong("day_spent")),
                Credits.ofMicros(row.getLong("month_spent")))
            .at(JdbcInstants.read(row, "changed_at"), now);
    return new Funds.Spending(
        limit(row, "limit_payment"),
        limit(row, "limit_day"),
        limit(row, "limit_month"),
        spent.today(),
        spent.thisMonth(),
        Spent.dayEnds(now),
        Spent.monthEnds(now));
  }

  private static @Nullable Credits limit(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Credits.ofMicros(micros);
  }
}
