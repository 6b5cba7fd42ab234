package dev.agora.payout.risk;

import dev.agora.money.Credits;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRiskFacts implements RiskFacts {

  private final JdbcClient jdbc;

  JdbcRiskFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean wasPaid(String humanId) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT 1 FROM conversion WHERE human_id = ? AND completed_at IS NOT NULL)
            """)
        .param(humanId)
        .query(Boolean.class)
        .single();
  }

  @Override
  public Credits convertedSince(String humanId, Instant since) {
    long micros =
        jdbc.sql(
                """
                SELECT coalesce(sum(credit_micros), 0)::bigint FROM conversion
                WHERE human_id = ? AND created_at >= ? AND status NOT IN ('REJECTED', 'CANCELED')
                """)
            .params(humanId, at(since))
            .query(Long.class)
            .single();
    return Credits.ofMicros(micros);
  }

  @Override
  public Set<String> boughtSince(Collection<String> agentIds, Instant since) {
    return among(
        agentIds,
        since,
        """
        SELECT DISTINCT agent_id FROM known_purchase
        WHERE agent_id = ANY(:agents::text[]) AND bought_at >= :since
        """);
  }

  @Override
  public Set<String> disputedSince(Collection<String> agentIds, Instant since) {
    return among(
        agentIds,
        since,
        """
        SELECT DISTINCT agent_id FROM known_dispute
        WHERE agent_id = ANY(:agents::text[]) AND changed_at >= :since AND status <> 'WON'
        """);
  }

  private Set<String> among(Collection<String> agentIds, Instant since, String sql) {
    return new TreeSet<>(
        jdbc.sql(sql)
            .param("agents", agentIds.toArray(String[]::new))
            .param("since", at(since))
            .query(String.class)
            .list());
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
