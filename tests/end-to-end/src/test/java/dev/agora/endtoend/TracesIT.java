package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A purchase is one tree of spans, from the gateway's request over Stripe to the ledger. */
@ExtendWith(RunningAgora.class)
class TracesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Agora agora;

  TracesIT(Agora agora) {
    this.agora = agora;
  }

  @Test
  void aPurchaseIsOneTree() throws IOException, InterruptedException {
    buyAndFindTheTree();
  }

  private void buyAndFindTheTree() throws IOException, InterruptedException {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    String trace = sampled();
    String caller = "00f067aa0ba902b7";

    JsonNode purchase = buy(buyer, agent, "00-" + trace + "-" + caller + "-00");
    StripePages.pay(purchase.path("checkoutUrl").asString(), "4242 4242 4242 4242");
    Answer bought =
        agora.await(
            buyer.api(),
            "/api/v1/billing/purchases/" + purchase.path("id").asString(),
            "COMPLETED");
    assertThat(bought.status()).isEqualTo(200);

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<Spans.Span> spans = agora.spans().of(trace);
              assertThat(spans)
                  .extracting(Spans.Span::service)
                  .contains("gateway", "billing", "ledger");
              assertThat(spans)
                  .extracting(Spans.Span::name)
                  .contains("stripe", "ledger.post-purchase");
              assertIsOneTree(spans, caller);
            });
  }

  @Test
  void aCallerCanNotHaveItselfRecorded() throws IOException, InterruptedException {
    Person buyer = agora.newcomer("Buyer");
    Agent agent = buyer.createAgent("Agent");
    String trace = UUID.randomUUID().toString().replace("-", "").substring(16) + "7fffffffffffffff";

    buy(buyer, agent, "00-" + trace + "-00f067aa0ba902b7-01");
    buyAndFindTheTree();

    assertThat(agora.spans().of(trace)).isEmpty();
  }

  @Test
  void aSecretInAnAddressIsNotRecorded() throws IOException, InterruptedException {
    Agent agent = agora.newcomer("Careless").createAgent("Careless");
    String trace = sampled();
    HttpRequest request =
        HttpRequest.newBuilder(
                agora
                    .url()
                    .resolve("/api/v1/marketplace/services/" + agent.key() + "?q=" + agent.key()))
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    }

    Awaitility.await().atMost(PATIENCE).until(() -> agora.spans().of(trace).size() >= 2);
    assertThat(agora.spans().texts()).noneMatch(text -> text.contains(agent.key()));
  }

  /**
   * A reply to a saga that nobody knows: billing warns of it, in the trace that the message has.
   */
  @Test
  void aLineOfTheLogNamesTheTraceAndTheSaga() throws Exception {
    String trace = sampled();
    String saga = UUID.randomUUID().toString();

    reply(saga, "00-" + trace + "-00f067aa0ba902b7-01");

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(logged())
                    .filteredOn(line -> line.path("sagaId").asString("").equals(saga))
                    .isNotEmpty()
                    .allSatisfy(
                        line -> assertThat(line.path("traceId").asString("")).isEqualTo(trace)));
  }

  /** What billing has written: lines of JSON here. */
  private List<JsonNode> logged() throws IOException {
    return Files.readAllLines(agora.log(Part.BILLING)).stream()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  private void reply(String saga, String traceparent)
      throws ExecutionException, InterruptedException {
    ProducerRecord<String, String> message =
        new ProducerRecord<>("billing.saga-replies.v1", saga, "{}");
    Map.of(
            "message-id",
            UUID.randomUUID().toString(),
            "message-type",
            "reply",
            "schema-version",
            "1",
            "created-at",
            "2026-11-29T00:00:00Z",
            "saga-id",
            saga,
            "in-reply-to",
            UUID.randomUUID().toString(),
            "traceparent",
            traceparent)
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, agora.kafka());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(message).get();
    }
  }

  /** Ids that end so are sampled however small the share is. */
  private static String sampled() {
    return UUID.randomUUID().toString().replace("-", "").substring(16) + "0000000000000001";
  }

  /** Every span but the gateway's first has its parent among them. */
  private static void assertIsOneTree(List<Spans.Span> spans, String caller) {
    Set<String> ids = spans.stream().map(Spans.Span::id).collect(Collectors.toSet());
    Set<Spans.Span> roots = new HashSet<>(spans);
    roots.removeIf(span -> ids.contains(span.parent()));
    assertThat(roots)
        .singleElement()
        .satisfies(
            root -> {
              assertThat(root.service()).isEqualTo("gateway");
              assertThat(root.parent()).isEqualTo(caller);
            });
  }

  private JsonNode buy(Person buyer, Agent agent, String traceparent)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(agora.url().resolve("/api/v1/billing/purchase-credits"))
            .header("Authorization", "Bearer " + buyer.api().bearer())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("traceparent", traceparent)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"agent\":\"" + agent.id() + "\",\"package\":\"pkg_10\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(202);
      return JsonMapper.shared().readTree(answer.body());
    }
  }
}
