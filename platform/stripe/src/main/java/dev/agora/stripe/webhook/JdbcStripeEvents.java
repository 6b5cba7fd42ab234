package dev.agora.stripe.webhook;

import dev.agora.jdbc.JdbcInstants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcStripeEvents implements StripeEvents {

  private static final int REASON_LENGTH_MAX = 500;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcStripeEvents(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void store(StripeEvent event, String payload) {
    OffsetDateTime now = at(clock.instant());
    jdbc.sql(
            """
            INSERT INTO stripe_event
              (event_id, type, account, object_id, payload, created_at, received_at, next_attempt_at)
            VALUES (:id, :type, :account, :object, :payload, :created, :now, :now)
            ON CONFLICT (event_id) DO NOTHING
            """)
        .param("id", event.id())
        .param("type", event.type())
        .param("account", event.account())
        .param("object", event.objectId())
        .param("payload", payload)
        .param("created", at(event.createdAt()))
        .param("now", now)
        .update();
  }

  @Override
  public List<ClaimedEvent> claim(int atMost, Duration lease) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            UPDATE stripe_event SET attempts = attempts + 1, next_attempt_at = :leaseEnd
            WHERE event_id IN (
              SELECT event_id FROM stripe_event
              WHERE handled_at IS NULL AND next_attempt_at <= :now
              ORDER BY next_attempt_at LIMIT :atMost
              FOR UPDATE SKIP LOCKED)
            RETURNING event_id, payload, attempts
            """)
        .param("leaseEnd", at(now.plus(lease)))
        .param("now", at(now))
        .param("atMost", atMost)
        .query(
            (row, index) ->
                new ClaimedEvent(
                    row.getString("event_id"), row.getString("payload"), row.getInt("attempts")))
        .list();
  }

  @Override
  public void handled(String eventId) {
    jdbc.sql("UPDATE stripe_event SET handled_at = ?, last_error = NULL WHERE event_id = ?")
        .params(at(clock.instant()), eventId)
        .update();
  }

  @Override
  public Backlog backlog() {
    return jdbc.sql(
            """
            SELECT count(*) AS waiting, min(received_at) AS oldest FROM (
              SELECT received_at FROM stripe_event WHERE handled_at IS NULL LIMIT 10000) AS event
            """)
        .query(
            (row, index) ->
                new Backlog(row.getLong("waiting"), JdbcInstants.readOrNull(row, "oldest")))
        .single();
  }

  @Override
  public void postpone(String eventId, Duration pause, String reason) {
    String shortened = reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
    jdbc.sql("UPDATE stripe_event SET next_attempt_at = ?, last_error = ? WHERE event_id = ?")
        .params(at(clock.instant().plus(pause)), shortened, eventId)
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
