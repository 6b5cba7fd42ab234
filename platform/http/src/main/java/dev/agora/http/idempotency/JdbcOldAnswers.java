package dev.agora.http.idempotency;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets stored answers after their time. */
final class JdbcOldAnswers {

  /** Rows per transaction, so that no lock and no WAL burst lasts long. */
  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final Duration retention;
  private final InstantSource clock;

  JdbcOldAnswers(JdbcClient jdbc, Duration retention, InstantSource clock) {
    this.jdbc = jdbc;
    this.retention = retention;
    this.clock = clock;
  }

  /** Deletes them, batch by batch; several replicas may do so at once. */
  void forget() {
    OffsetDateTime before = clock.instant().minus(retention).atOffset(ZoneOffset.UTC);
    int deleted;
    do {
      deleted =
          jdbc.sql(
                  """
                  delete from idempotency_record where (caller_id, path, key) in (
                    select caller_id, path, key from idempotency_record
                    where created_at < :before limit :batch for update skip locked)
                  """)
              .param("before", before)
              .param("batch", BATCH)
              .update();
    } while (deleted == BATCH);
  }
}
