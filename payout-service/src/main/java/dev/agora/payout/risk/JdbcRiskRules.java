package dev.agora.payout.risk;

import dev.agora.money.Credits;
import dev.agora.payout.risk.RiskRule.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRiskRules implements RiskRules {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcRiskRules(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<RiskRule> all() {
    return jdbc.sql("SELECT * FROM risk_rule ORDER BY name").query(JdbcRiskRules::read).list();
  }

  @Override
  public Optional<RiskRule> find(String name) {
    return jdbc.sql("SELECT * FROM risk_rule WHERE name = ?")
        .param(name)
        .query(JdbcRiskRules::read)
        .optional();
  }

  @Override
  public void save(RiskRule rule) {
    jdbc.sql(
            """
            UPDATE risk_rule
            SET enabled = ?, above_micros = ?, window_hours = ?, share_bps = ?, changed_at = ?
            WHERE name = ?
            """)
        .params(
            rule.enabled(),
            rule.above().micros(),
            rule.windowHours(),
            rule.shareBps(),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
            rule.name())
        .update();
  }

  private static RiskRule read(ResultSet row, int index) throws SQLException {
    return new RiskRule(
        row.getString("name"),
        Kind.valueOf(row.getString("kind")),
        row.getBoolean("enabled"),
        Credits.ofMicros(row.getLong("above_micros")),
        row.getInt("window_hours"),
        row.getInt("share_bps"));
  }
}
