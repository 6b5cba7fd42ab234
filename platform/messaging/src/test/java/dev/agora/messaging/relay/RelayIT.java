package dev.agora.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.local.infrastructure.Database;
import dev.agora.messaging.MessageIds;
import dev.agora.messaging.TestService;
import dev.agora.messaging.outbox.OutgoingMessage;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@RealParts
class RelayIT {

  private static final String TOPIC = "re.events.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @BeforeAll
  static void topics() {
    Parts.createTopics(TOPIC);
  }

  private static TestService replica(String name, Database database, boolean relaying) {
    return TestService.start(
        name,
        database,
        context -> {},
        Map.of(
            "agora.messaging.inbox.enabled",
            "false",
            "agora.messaging.relay.enabled",
            Boolean.toString(relaying)));
  }

  private static List<String> publish(TestService service, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID id = service.bean(MessageIds.class).next();
      service.publish(new OutgoingMessage(id, TOPIC, "k", "re.told", 1, Map.of(), Map.of()));
      ids.add(id.toString());
    }
    return ids;
  }

  private static void isUp(TestService service, String doing) {
    RelayHealth health = service.bean(RelayHealth.class);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(health.health().getStatus()).isEqualTo(Status.UP);
              assertThat(health.health().getDetails()).containsEntry("relay", doing);
            });
  }

  @Test
  void aStandbyTakesOverAndNothingIsLost() {
    Database database = Parts.freshDatabase();
    List<String> ids = new ArrayList<>();
    TestService first = replica("re-a", database, true);
    isUp(first, "STREAMING");
    try (TopicWatcher watcher = new TopicWatcher(TOPIC)) {
      try (TestService second = replica("re-a", database, true)) {
        isUp(second, "STANDBY");
        ids.addAll(publish(first, 50));
        first.close();
        ids.addAll(publish(second, 50));
        isUp(second, "STREAMING");
        watcher.awaitAll(ids, PATIENCE);
      }
    }
  }

  @Test
  void aRelayThatLosesItsStreamIsBuiltAnew() {
    try (TopicWatcher watcher = new TopicWatcher(TOPIC);
        TestService service = replica("re-b", Parts.freshDatabase(), true)) {
      isUp(service, "STREAMING");
      List<String> ids = new ArrayList<>(publish(service, 20));
      for (int cut = 0; cut < 3; cut++) {
        JdbcSlot slot = service.bean(JdbcSlot.class);
        await().atMost(PATIENCE).until(() -> slot.status().activePid() != null);
        Integer streaming = slot.status().activePid();
        if (streaming != null) {
          slot.terminate(streaming);
        }
        ids.addAll(publish(service, 20));
      }
      watcher.awaitAll(ids, PATIENCE);
    }
  }

  @Test
  void whatWasStoredWithoutASlotIsPublishedWhenThereIsOne() {
    Database database = Parts.freshDatabase();
    List<String> ids;
    try (TestService writer = replica("re-c", database, false)) {
      ids = publish(writer, 20);
    }
    try (TopicWatcher watcher = new TopicWatcher(TOPIC);
        TestService relaying = replica("re-c", database, true)) {
      watcher.awaitAll(ids, PATIENCE);
      isUp(relaying, "STREAMING");
      RelayProgress progress = relaying.bean(RelayProgress.class);
      List<String> streamed = publish(relaying, 1);
      watcher.awaitAll(streamed, PATIENCE);
      await().atMost(PATIENCE).until(() -> progress.newest().isPresent());
    }
    try (TestService writer = replica("re-c", database, false)) {
      writer
          .jdbc()
          .sql("SELECT pg_drop_replication_slot('outbox_re_c')")
          .query((row, _) -> "")
          .single();
      ids = publish(writer, 20);
    }
    try (TopicWatcher watcher = new TopicWatcher(TOPIC);
        TestService relaying = replica("re-c", database, true)) {
      watcher.awaitAll(ids, PATIENCE);
      isUp(relaying, "STREAMING");
      assertThat(relaying.count("relay_watermark WHERE republish_from IS NULL")).isEqualTo(1);
    }
  }

  @Test
  void aStoppedServiceHasPublishedWhatItCommitted() {
    Database database = Parts.freshDatabase();
    try (TopicWatcher watcher = new TopicWatcher(TOPIC)) {
      List<String> ids;
      try (TestService service = replica("re-d", database, true)) {
        isUp(service, "STREAMING");
        ids = publish(service, 200);
      }
      // Nobody relays any more: what is not there now would not come.
      watcher.awaitAll(ids, Duration.ofSeconds(10));
    }
  }
}
