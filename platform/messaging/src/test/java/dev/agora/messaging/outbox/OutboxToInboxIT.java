package dev.agora.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.agora.messaging.MessageIds;
import dev.agora.messaging.TestService;
import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RealParts
class OutboxToInboxIT {

  private static final String TOPIC = "oi.events.v1";
  private static final EventType COUNTED = new EventType(TOPIC, "oi.counted", 1);
  private static final List<Integer> NUMBERS = IntStream.range(0, 300).boxed().toList();
  private static TestService service;

  record Counted(String key, int number) {}

  @BeforeAll
  static void start() {
    Parts.createTopics(TOPIC, TOPIC + ".oi.dlt");
    service =
        TestService.start(
            "oi",
            Parts.freshDatabase(),
            context ->
                context.registerBean(
                    MessageHandlers.class,
                    () ->
                        MessageHandlers.on(TOPIC, "oi")
                            .event("oi.counted", Counted.class, OutboxToInboxIT::see)
                            .build()),
            Map.of());
    service
        .jdbc()
        .sql("CREATE TABLE effect (at serial PRIMARY KEY, msg_key text, number integer)")
        .update();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void see(Counted counted, MessageContext context) {
    assertThat(context.key()).isEqualTo(counted.key());
    service
        .jdbc()
        .sql("INSERT INTO effect (msg_key, number) VALUES (:key, :number)")
        .param("key", counted.key())
        .param("number", counted.number())
        .update();
  }

  private static List<Integer> seen(String key) {
    return service
        .jdbc()
        .sql("SELECT number FROM effect WHERE msg_key = :key ORDER BY at")
        .param("key", key)
        .query((row, _) -> row.getInt("number"))
        .list();
  }

  @Test
  void committedMessagesOfAKeyArriveOnceAndInOrder() {
    Outbox outbox = service.bean(Outbox.class);
    for (int i = 0; i < 300; i++) {
      int number = i;
      service.inTransaction(
          () -> {
            outbox.publish(COUNTED, "a", new Counted("a", number));
            outbox.publish(COUNTED, "b", new Counted("b", number));
          });
    }
    // The keys are on partitions of their own, so neither tells how far the other has come.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(seen("a")).hasSizeGreaterThanOrEqualTo(300);
              assertThat(seen("b")).hasSizeGreaterThanOrEqualTo(300);
            });
    assertThat(seen("a")).isEqualTo(NUMBERS);
    assertThat(seen("b")).isEqualTo(NUMBERS);
  }

  @Test
  void aRolledBackMessageIsNeverSent() {
    Outbox outbox = service.bean(Outbox.class);
    assertThatThrownBy(
            () ->
                service.inTransaction(
                    () -> {
                      outbox.publish(COUNTED, "r", new Counted("r", 1));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    service.inTransaction(() -> outbox.publish(COUNTED, "r", new Counted("r", 2)));
    await().untilAsserted(() -> assertThat(seen("r")).containsExactly(2));
  }

  @Test
  void theSameMessageSentTwiceTakesEffectOnce() {
    UUID id = service.bean(MessageIds.class).next();
    OutgoingMessage twice =
        new OutgoingMessage(id, TOPIC, "t", "oi.counted", 1, Map.of(), new Counted("t", 1));
    service.publish(twice);
    service.publish(twice);
    Outbox outbox = service.bean(Outbox.class);
    service.inTransaction(() -> outbox.publish(COUNTED, "t", new Counted("t", 2)));
    await().untilAsserted(() -> assertThat(seen("t")).containsExactly(1, 2));
  }

  @Test
  void nothingIsPublishedOutsideATransaction() {
    Outbox outbox = service.bean(Outbox.class);
    assertThatThrownBy(() -> outbox.publish(COUNTED, "n", new Counted("n", 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void partitionsAreThereForTodayAndTheNextDays() {
    assertThat(service.count("pg_inherits WHERE inhparent = 'outbox'::regclass")).isEqualTo(5);
    assertThat(service.count("pg_inherits WHERE inhparent = 'inbox'::regclass")).isEqualTo(5);
    assertThat(service.count("outbox_default")).isZero();
    assertThat(service.count("inbox_default")).isZero();
  }
}
