package dev.agora.ledger.analytics;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPayers implements Payers {

  private static final int DAYS = 30;
  private static final int PAYERS_MAX = 50;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcPayers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Payer> of(AgentId agent) {
    LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
    return jdbc.sql(
            """
            WITH mine AS MATERIALIZED (
              SELECT id, coalesce(done.version, 0) AS done
              FROM wallet LEFT JOIN summarised_holder done ON holder_id = id
              WHERE agent_id = :agent),
            part AS (
              SELECT counterparty_id, units
              FROM mine JOIN agent_day ON wallet_id = id
              WHERE day >= :from AND flow = 'EARNINGS'
              UNION ALL
              SELECT counterparty_id, units
              FROM mine CROSS JOIN LATERAL (
                SELECT * FROM movement WHERE wallet_id = id AND version > done OFFSET 0) AS added
              WHERE day >= :from AND flow = 'EARNINGS')
            SELECT other.agent_id, sum(units)::bigint AS units
            FROM part JOIN wallet other ON other.id = counterparty_id
            GROUP BY other.agent_id HAVING sum(units) > 0
            ORDER BY units DESC, other.agent_id LIMIT :limit
            """)
        .param("agent", agent.value())
        .param("from", from)
        .param("limit", PAYERS_MAX)
        .query(
            (row, index) ->
                new Payer(
                    new AgentId(row.getString("agent_id")), Credits.ofMicros(row.getLong("units"))))
        .list();
  }
}
