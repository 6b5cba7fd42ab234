package dev.agora.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.messaging.MessageIds;
import dev.agora.messaging.TestService;
import dev.agora.messaging.inbox.MessageContext;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.messaging.outbox.OutgoingMessage;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

@RealParts
class DeadLettersIT {

  private static final String TOPIC = "dl.events.v1";
  private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();
  private static final Set<String> FAILING = ConcurrentHashMap.newKeySet();
  private static TestService service;

  record Told(String what) {}

  @BeforeAll
  static void start() {
    Parts.createTopics(TOPIC, TOPIC + ".dl.dlt");
    service =
        TestService.start(
            "dl",
            Parts.freshDatabase(),
            context ->
                context.registerBean(
                    MessageHandlers.class,
                    () ->
                        MessageHandlers.on(TOPIC, "dl")
                            .event("dl.told", Told.class, DeadLettersIT::hear)
                            .build()),
            Map.of(
                "agora.messaging.inbox.retry-at-most", "300ms",
                "server.port", "0",
                "management.endpoints.web.exposure.include", "deadletters,sagas,health"),
            WebApplicationType.SERVLET);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void hear(Told told, MessageContext context) {
    if (FAILING.contains(told.what())) {
      throw new IllegalStateException("cannot hear " + told.what());
    }
    SEEN.add(told.what());
  }

  @Test
  void whatNoRetryHandlesIsSetAsideAndGoesBackOnRequest() throws Exception {
    FAILING.add("bad");
    send("one", new Told("bad"));
    send("one", new Told("good"));
    await().untilAsserted(() -> assertThat(SEEN).contains("good"));
    await().until(() -> letters("one").size() == 1);
    DeadLetter letter = letters("one").getFirst();
    assertThat(letter.error()).contains("cannot hear bad");
    assertThat(letter.payload()).isEqualTo("{\"what\":\"bad\"}");
    assertThat(letter.topic()).isEqualTo(TOPIC);

    FAILING.remove("bad");
    assertThat(call("POST", "/" + letter.id(), "{\"actor\":\"olga\"}")).contains("olga");
    await().untilAsserted(() -> assertThat(SEEN).contains("bad"));
    call("POST", "/" + letter.id(), "{\"actor\":\"olga\"}");
    send("one", new Told("after"));
    await().untilAsserted(() -> assertThat(SEEN).contains("after"));
    assertThat(SEEN.stream().filter("bad"::equals)).hasSize(1);
    assertThat(letters("one")).isEmpty();
  }

  @Test
  void lettersOfAKeyGoBackInTheirOrder() throws Exception {
    FAILING.addAll(Set.of("first", "second"));
    send("two", new Told("first"));
    send("two", new Told("second"));
    await().atMost(Duration.ofSeconds(20)).until(() -> letters("two").size() == 2);
    FAILING.removeAll(Set.of("first", "second"));
    String answer =
        call(
            "POST",
            "",
            "{\"topic\":\"%s\",\"consumer\":\"dl\",\"key\":\"two\",\"actor\":\"olga\"}"
                .formatted(TOPIC));
    assertThat(answer).contains("\"count\":2");
    await()
        .untilAsserted(
            () ->
                assertThat(SEEN.stream().filter(Set.of("first", "second")::contains))
                    .containsExactly("first", "second"));
  }

  @Test
  void anUnreadableMessageIsSetAsideAtOnce() throws Exception {
    send("three", List.of("not a Told"));
    await().until(() -> letters("three").size() == 1);
    DeadLetter letter = letters("three").getFirst();
    assertThat(letter.error()).contains("the payload does not read as dl.told");
    assertThat(call("GET", "/" + letter.id(), null)).contains("not a Told");
    assertThat(call("GET", "", null)).contains(letter.id().toString());
  }

  private static List<DeadLetter> letters(String key) {
    return service.bean(JdbcDeadLetters.class).list(true, null, 100).stream()
        .filter(letter -> key.equals(letter.key()))
        .toList();
  }

  private static void send(String key, Object payload) {
    UUID id = service.bean(MessageIds.class).next();
    service.publish(new OutgoingMessage(id, TOPIC, key, "dl.told", 1, Map.of(), payload));
  }

  private static String call(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://127.0.0.1:%s/actuator/deadletters%s"
                .formatted(service.property("local.server.port"), path));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
