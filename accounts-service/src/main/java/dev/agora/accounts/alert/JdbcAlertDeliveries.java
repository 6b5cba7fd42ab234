package dev.agora.accounts.alert;

import dev.agora.accounts.alert.AlertDelivery.Channel;
import dev.agora.accounts.alert.AlertDelivery.Status;
import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How alerts come to their owners. */
@Repository
public class JdbcAlertDeliveries {

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcAlertDeliveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A webhook to call about an alert.
   *
   * @param attempts made, this one included
   */
  record Due(String alert, int attempts) {}

  void begin(String alert, Channel channel) {
    jdbc.sql(
            """
            INSERT INTO alert_delivery (alert_id, channel, status, due_at, updated_at)
            VALUES (:alert, :channel, 'PENDING', :now, :now)
            """)
        .param("alert", alert)
        .param("channel", channel.name())
        .param("now", now())
        .update();
  }

  /** Takes webhooks that are due, for this replica alone until the lease is over. */
  @Transactional
  List<Due> takeWebhooks(int limit, Duration lease) {
    return jdbc.sql(
            """
            UPDATE alert_delivery SET due_at = :next, attempts = attempts + 1
            WHERE channel = 'WEBHOOK' AND alert_id IN (
              SELECT alert_id FROM alert_delivery
              WHERE status = 'PENDING' AND channel = 'WEBHOOK' AND due_at <= :now
              ORDER BY due_at LIMIT :limit
              FOR UPDATE SKIP LOCKED)
            RETURNING alert_id, attempts
            """)
        .param("now", now())
        .param("next", now().plus(lease))
        .param("limit", limit)
        .query((row, number) -> new Due(row.getString("alert_id"), row.getInt("attempts")))
        .list();
  }

  void end(String alert, Channel channel, Status status, String outcome) {
    note(alert, channel, status, outcome, Duration.ZERO);
  }

  /** Tries again later. */
  void postpone(String alert, Channel channel, String outcome, Duration pause) {
    note(alert, channel, Status.PENDING, outcome, pause);
  }

  /** A mail server has taken the mail, or none did for too long. */
  public void mailed(String alert, boolean sent) {
    end(
        alert,
        Channel.MAIL,
        sent ? Status.DELIVERED : Status.GIVEN_UP,
        sent ? "handed to the mail server" : "no mail server took it");
  }

  private void note(String alert, Channel channel, Status status, String outcome, Duration pause) {
    jdbc.sql(
            """
            UPDATE alert_delivery
            SET status = :status, outcome = :outcome, due_at = :due, updated_at = :now
            WHERE alert_id = :alert AND channel = :channel
            """)
        .param("status", status.name())
        .param("outcome", outcome)
        .param("due", now().plus(pause))
        .param("now", now())
        .param("alert", alert)
        .param("channel", channel.name())
        .update();
  }

  /** The ways of these alerts to their owners. */
  Map<String, List<AlertDelivery>> of(Collection<String> alerts) {
    Map<String, List<AlertDelivery>> found = new HashMap<>();
    jdbc.sql(
            """
            SELECT * FROM alert_delivery WHERE alert_id = ANY (:alerts::text[]) ORDER BY channel
            """)
        .param("alerts", alerts.toArray(String[]::new))
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString("alert_id"), alert -> new ArrayList<>())
                  .add(read(row));
            });
    return found;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static AlertDelivery read(ResultSet row) throws SQLException {
    Instant updatedAt = JdbcInstants.read(row, "updated_at");
    return new AlertDelivery(
        Channel.valueOf(row.getString("channel")),
        Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getString("outcome"),
        updatedAt);
  }
}
