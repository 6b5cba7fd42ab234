package dev.agora.payout.transfer;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.payout.conversion.ConversionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGiveUps implements GiveUps {

  private final JdbcClient jdbc;

  JdbcGiveUps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public GiveUp keepFirst(GiveUp giveUp) {
    jdbc.sql(
            """
            INSERT INTO given_up_transfer (conversion_id, reason, requested_by, requested_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (conversion_id) DO NOTHING
            """)
        .params(
            giveUp.conversion().value(),
            giveUp.reason(),
            giveUp.requestedBy(),
            at(giveUp.requestedAt()))
        .update();
    return find(giveUp.conversion()).orElseThrow();
  }

  @Override
  public Optional<GiveUp> find(ConversionId conversion) {
    return jdbc.sql("SELECT * FROM given_up_transfer WHERE conversion_id = ?")
        .param(conversion.value())
        .query(JdbcGiveUps::read)
        .optional();
  }

  @Override
  public void approve(GiveUp giveUp) {
    jdbc.sql(
            """
            UPDATE given_up_transfer SET approved_by = :by, approved_at = :at
            WHERE conversion_id = :conversion
            """)
        .param("by", giveUp.approvedBy())
        .param("at", giveUp.approvedAt() == null ? null : at(giveUp.approvedAt()))
        .param("conversion", giveUp.conversion().value())
        .update();
  }

  private static GiveUp read(ResultSet row, int index) throws SQLException {
    return new GiveUp(
        new ConversionId(row.getString("conversion_id")),
        row.getString("reason"),
        row.getString("requested_by"),
        JdbcInstants.read(row, "requested_at"),
        row.getString("approved_by"),
        JdbcInstants.readOrNull(row, "approved_at"));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
