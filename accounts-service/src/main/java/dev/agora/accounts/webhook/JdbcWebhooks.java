package dev.agora.accounts.webhook;

import dev.agora.accounts.human.HumanId;
import dev.agora.jdbc.JdbcInstants;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored webhooks, one of each human at most. */
@Repository
class JdbcWebhooks {

  private final JdbcClient jdbc;

  JdbcWebhooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Webhook> find(HumanId human) {
    return jdbc.sql("SELECT * FROM webhook WHERE human_id = :human")
        .param("human", human.value())
        .query(JdbcWebhooks::read)
        .optional();
  }

  void put(HumanId human, Webhook webhook) {
    jdbc.sql(
            """
            INSERT INTO webhook (human_id, url, nonce, created_at) VALUES (:human, :url, :nonce, :at)
            ON CONFLICT (human_id) DO UPDATE
            SET url = excluded.url, nonce = excluded.nonce, created_at = excluded.created_at,
              failing_since = NULL, failed_at = NULL, failure = NULL
            """)
        .param("human", human.value())
        .param("url", webhook.url().uri().toString())
        .param("nonce", webhook.nonce())
        .param("at", webhook.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** False if there is none. */
  boolean remove(HumanId human) {
    return jdbc.sql("DELETE FROM webhook WHERE human_id = :human")
            .param("human", human.value())
            .update()
        == 1;
  }

  /** It has taken a call. */
  void taken(HumanId human, Webhook called) {
    jdbc.sql(
            """
            UPDATE webhook SET failing_since = NULL, failed_at = NULL, failure = NULL
            WHERE human_id = :human AND nonce = :nonce AND failing_since IS NOT NULL
            """)
        .param("human", human.value())
        .param("nonce", called.nonce())
        .update();
  }

  /** It has not taken a call, unless another one is set meanwhile. */
  void notTaken(HumanId human, Webhook called, String why, Instant now) {
    jdbc.sql(
            """
            UPDATE webhook
            SET failing_since = coalesce(failing_since, :now), failed_at = :now, failure = :why
            WHERE human_id = :human AND nonce = :nonce
            """)
        .param("human", human.value())
        .param("nonce", called.nonce())
        .param("why", why)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * How many keep failing.
   *
   * @param since they have taken nothing since then, or longer
   * @param calledAfter and were called after that
   */
  long countFailing(Instant since, Instant calledAfter) {
    return jdbc.sql(
            "SELECT count(*) FROM webhook WHERE failing_since <= :since AND failed_at > :after")
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("after", calledAfter.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private static Webhook read(ResultSet row, int number) throws SQLException {
    Instant since = JdbcInstants.readOrNull(row, "failing_since");
    Instant lastAt = JdbcInstants.readOrNull(row, "failed_at");
    return new Webhook(
        new WebhookUrl(URI.create(row.getString("url"))),
        row.getString("nonce"),
        JdbcInstants.read(row, "created_at"),
        since == null || lastAt == null
            ? null
            : new Webhook.Failing(since, lastAt, row.getString("failure")));
  }
}
