package dev.agora.accounts.webhook;

import dev.agora.accounts.human.HumanId;
import java.net.URI;
import java.time.OffsetDateTime;
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
        .query(
            (row, number) ->
                new Webhook(
                    new WebhookUrl(URI.create(row.getString("url"))),
                    row.getString("nonce"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void put(HumanId human, Webhook webhook) {
    jdbc.sql(
            """
            INSERT INTO webhook (human_id, url, nonce, created_at) VALUES (:human, :url, :nonce, :at)
            ON CONFLICT (human_id) DO UPDATE
            SET url = excluded.url, nonce = excluded.nonce, created_at = excluded.created_at
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
}
