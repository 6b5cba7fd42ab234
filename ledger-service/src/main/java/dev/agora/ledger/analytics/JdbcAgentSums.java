package dev.agora.ledger.analytics;

import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Sums of agents: the summary up to where it is, and the entries beyond it. */
@Repository
class JdbcAgentSums {

  private static final String PARTS =
      """
      WITH mine AS MATERIALIZED (
        SELECT id, agent_id, coalesce(done.version, 0) AS done
        FROM wallet LEFT JOIN summarised_holder done ON holder_id = id
        WHERE owner_id = :owner AND (:agent::text IS NULL OR agent_id = :agent)),
      part AS (
        SELECT agent_id, day, kind, flow, counterparty_id, units, fees, transactions
        FROM mine JOIN agent_day ON wallet_id = id
        WHERE day BETWEEN :from AND :to
        UNION ALL
        SELECT agent_id, day, kind, flow, counterparty_id, units, fees, transactions
        FROM mine CROSS JOIN LATERAL (
          SELECT * FROM movement WHERE wallet_id = id AND version > done OFFSET 0) AS added
        WHERE day BETWEEN :from AND :to)
      """;

  private final JdbcClient jdbc;

  JdbcAgentSums(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The sums of each group, in the order of their values.
   *
   * @param after the group that the page starts after; empty for the first page
   */
  List<Sum> find(Question question, List<String> after, int limit) {
    String groups = question.by().stream().map(Dimension::sql).collect(Collectors.joining(", "));
    String start =
        IntStream.range(0, after.size())
            .mapToObj(index -> ":after" + index)
            .collect(Collectors.joining(", "));
    StatementSpec statement =
        ask(
                PARTS
                    + """
                    SELECT sum(units) AS units, sum(fees) AS fees, sum(transactions) AS transactions, %1$s
                    FROM part LEFT JOIN wallet other ON other.id = counterparty_id
                    WHERE flow = :flow::flow %2$s
                    GROUP BY %1$s ORDER BY %1$s LIMIT :limit
                    """
                        .formatted(
                            groups,
                            after.isEmpty() ? "" : "AND (" + groups + ") > (" + start + ")"),
                question)
            .param("flow", question.flow().name())
            .param("limit", limit);
    for (int index = 0; index < after.size(); index++) {
      statement = statement.param("after" + index, after.get(index));
    }
    return statement.query((row, index) -> read(row, question)).list();
  }

  /** Of all flows, whatever the question is about. */
  Totals totals(Question question) {
    Map<String, Credits> byFlow = new HashMap<>();
    ask(PARTS + "SELECT flow, sum(units) FROM part GROUP BY flow", question)
        .query(
            row -> {
              byFlow.put(row.getString(1), credits(row.getBigDecimal(2)));
            });
    return Totals.of(
        byFlow.getOrDefault("SPENDING", Credits.ZERO).negated(),
        byFlow.getOrDefault("EARNINGS", Credits.ZERO),
        byFlow.getOrDefault("OTHER", Credits.ZERO));
  }

  private StatementSpec ask(String sql, Question question) {
    AgentId agent = question.agent();
    return jdbc.sql(sql)
        .param("owner", question.owner().value())
        .param("agent", agent == null ? null : agent.value(), Types.VARCHAR)
        .param("from", question.period().from())
        .param("to", question.period().to());
  }

  private static Sum read(ResultSet row, Question question) throws SQLException {
    List<String> group = new ArrayList<>();
    for (int index = 0; index < question.by().size(); index++) {
      group.add(row.getString(4 + index));
    }
    Credits units = credits(row.getBigDecimal("units"));
    return new Sum(
        group,
        question.flow() == Flow.SPENDING ? units.negated() : units,
        credits(row.getBigDecimal("fees")),
        row.getLong("transactions"));
  }

  private static Credits credits(BigDecimal micros) {
    return Credits.ofMicros(micros.longValueExact());
  }
}
