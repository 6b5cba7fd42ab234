package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.AgentStatus;
import dev.agora.accounts.agent.FollowStatus;
import dev.agora.support.Parts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the ledger decided on an agent's status, as accounts shows it and tells it on. */
class AgentStatusIT extends RunningAccounts {

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  private FollowStatus followStatus;

  @Test
  void whatTheLedgerTellsIsShown() {
    String owner = newHuman();
    String agent = newAgent(owner);

    tell(agent, "FROZEN", 1);

    await().atMost(Duration.ofSeconds(60)).until(() -> status(owner, agent), "FROZEN"::equals);
    assertThat(published("accounts.agent-changed", agent))
        .contains("\"status\":\"FROZEN\"", "\"version\":2");
  }

  @Test
  void oldNewsChangesNothing() {
    String owner = newHuman();
    String agent = newAgent(owner);
    followStatus.follow(new AgentId(agent), AgentStatus.FROZEN, 3);

    followStatus.follow(new AgentId(agent), AgentStatus.ACTIVE, 2);
    followStatus.follow(new AgentId(agent), AgentStatus.ACTIVE, 3);

    assertThat(status(owner, agent)).isEqualTo("FROZEN");
    assertThat(published("accounts.agent-changed", agent)).contains("\"version\":2");
  }

  private String status(String owner, String agent) {
    return api.human(owner, "GET", "/api/v1/agents/" + agent, "").text("/status");
  }

  private static void tell(String agent, String status, long version) {
    ProducerRecord<String, String> message =
        new ProducerRecord<>(
            "ledger.events.v1",
            agent,
            "{\"agentId\":\"%s\",\"status\":\"%s\",\"version\":%d,\"at\":\"2026-11-22T09:30:00Z\"}"
                .formatted(agent, status, version));
    Map.of(
            "message-id", UUID.randomUUID().toString(),
            "message-type", "ledger.agent-status-changed",
            "schema-version", "1",
            "source", "test",
            "created-at", "2026-11-22T09:30:00Z")
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Parts.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      Future<RecordMetadata> sent = producer.send(message);
      producer.flush();
      await().until(sent::isDone);
    }
  }
}
