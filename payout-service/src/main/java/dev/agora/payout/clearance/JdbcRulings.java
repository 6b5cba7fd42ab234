package dev.agora.payout.clearance;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.payout.conversion.ConversionId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRulings implements Rulings {

  private final JdbcClient jdbc;

  JdbcRulings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Ruling ruling) {
    jdbc.sql(
            """
            INSERT INTO conversion_decision
              (conversion_id, kind, outcome, decided_by, reason, decided_at)
            VALUES (:conversion, :kind, :outcome, :by, :reason, :at)
            """)
        .param("conversion", ruling.conversion().value())
        .param("kind", ruling.kind().name())
        .param("outcome", ruling.outcome().name())
        .param("by", ruling.decidedBy())
        .param("reason", ruling.reason())
        .param("at", OffsetDateTime.ofInstant(ruling.decidedAt(), ZoneOffset.UTC))
        .update();
  }

  @Override
  public Optional<Ruling> find(ConversionId conversion, Ruling.Kind kind) {
    return jdbc.sql("SELECT * FROM conversion_decision WHERE conversion_id = ? AND kind = ?")
        .params(conversion.value(), kind.name())
        .query(
            (row, index) ->
                new Ruling(
                    conversion,
                    kind,
                    Ruling.Outcome.valueOf(row.getString("outcome")),
                    row.getString("decided_by"),
                    row.getString("reason"),
                    JdbcInstants.read(row, "decided_at")))
        .optional();
  }
}
