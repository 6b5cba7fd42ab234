package dev.agora.billing.warning;

import dev.agora.billing.purchase.PurchaseId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWarnings implements Warnings {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcWarnings(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean add(FraudWarning warning, @Nullable PurchaseId purchase) {
    return jdbc.sql(
                """
                INSERT INTO fraud_warning (warning_id, purchase_id, fraud_type, created_at, taken_at)
                VALUES (:id, :purchase, :type, :created, :now)
                ON CONFLICT (warning_id) DO UPDATE
                  SET purchase_id = excluded.purchase_id, taken_at = excluded.taken_at
                  WHERE fraud_warning.purchase_id IS NULL AND excluded.purchase_id IS NOT NULL
                """)
            .param("id", warning.stripeId())
            .param("purchase", purchase == null ? null : purchase.value())
            .param("type", warning.fraudType())
            .param("created", at(warning.createdAt()))
            .param("now", at(clock.instant()))
            .update()
        == 1;
  }

  @Override
  public Optional<Instant> lookFrom(Duration overlap, Duration patience) {
    return jdbc.sql(
            """
            SELECT LEAST(
              newest.created_at - :overlap * interval '1 second',
              (SELECT min(created_at) FROM fraud_warning WHERE purchase_id IS NULL
                AND created_at > newest.created_at - :patience * interval '1 second'))
            FROM (SELECT created_at FROM fraud_warning ORDER BY created_at DESC LIMIT 1) newest
            """)
        .param("overlap", overlap.toSeconds())
        .param("patience", patience.toSeconds())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
