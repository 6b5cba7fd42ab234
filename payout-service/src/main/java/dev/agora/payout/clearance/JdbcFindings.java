package dev.agora.payout.clearance;

import dev.agora.payout.conversion.ConversionId;
import dev.agora.payout.risk.Finding;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFindings implements Findings {

  private final JdbcClient jdbc;

  JdbcFindings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(ConversionId conversion, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO risk_finding (conversion_id, rule, words)
            SELECT :conversion, * FROM unnest(:rules::text[], :words::text[])
            """)
        .param("conversion", conversion.value())
        .param("rules", findings.stream().map(Finding::rule).toArray(String[]::new))
        .param("words", findings.stream().map(Finding::words).toArray(String[]::new))
        .update();
  }

  @Override
  public List<Finding> of(ConversionId conversion) {
    return jdbc.sql("SELECT rule, words FROM risk_finding WHERE conversion_id = ? ORDER BY rule")
        .param(conversion.value())
        .query((row, index) -> new Finding(row.getString("rule"), row.getString("words")))
        .list();
  }
}
