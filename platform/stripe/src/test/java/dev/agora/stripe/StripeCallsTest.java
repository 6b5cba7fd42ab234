package dev.agora.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A few ways to fail, over a real connection. */
class StripeCallsTest {

  private static final String CUSTOMER = "{\"id\": \"cus_1\", \"object\": \"customer\"}";

  /** How the server treats a request. */
  @FunctionalInterface
  interface Manner {
    void treat(HttpExchange exchange) throws IOException;
  }

  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server = newServer();
  private Manner manner = exchange -> answer(exchange, 200, CUSTOMER);

  @BeforeAll
  static void guard() {
    System.setProperty(SilentRepetitionGuard.RETRY_POST, "false");
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          manner.treat(exchange);
        });
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void whatStripeDidIsDone() {
    assertThat(create(calls(Map.of()))).isEqualTo(new StripeOutcome.Done<>("cus_1"));
    assertThat(keys).containsExactly("key");
  }

  @Test
  void aConnectionThatClosesIsInDoubtAndNotRepeatedSilently() {
    manner = HttpExchange::close;
    StripeCalls once = calls(Map.of("network-retries", "0", "repetitions", "0"));
    assertThat(doubt(create(once))).isEqualTo(Doubt.NO_ANSWER);
    assertThat(keys).containsExactly("key");
  }

  @Test
  void whoIsTooBusyIsAskedAgainWithTheSameKey() {
    manner =
        exchange -> {
          if (keys.size() < 3) {
            tooBusy(exchange);
          } else {
            answer(exchange, 200, CUSTOMER);
          }
        };
    assertThat(create(calls(Map.of("repetition-pause", "10ms"))))
        .isEqualTo(new StripeOutcome.Done<>("cus_1"));
    assertThat(keys).containsExactly("key", "key", "key");
  }

  @Test
  void aConnectionThatClosesIsOpenedAgainWithTheSameKeyAndTheSameBytes() {
    List<String> bodies = new CopyOnWriteArrayList<>();
    manner =
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          if (keys.size() < 3) {
            exchange.close();
          } else {
            answer(exchange, 200, CUSTOMER);
          }
        };
    assertThat(create(calls(Map.of("network-retries", "0", "repetition-pause", "10ms"))))
        .isEqualTo(new StripeOutcome.Done<>("cus_1"));
    assertThat(keys).containsExactly("key", "key", "key");
    assertThat(bodies).hasSize(3).containsOnly(bodies.getFirst());
  }

  @Test
  void whoStaysTooBusyIsNotAskedForEver() {
    manner = StripeCallsTest::tooBusy;
    assertThat(doubt(create(calls(Map.of("repetition-pause", "10ms")))))
        .isEqualTo(Doubt.RATE_LIMITED);
    assertThat(keys).hasSize(4);
  }

  @Test
  void aServerErrorIsRepeatedWithTheSameKeyThenInDoubt() {
    manner = exchange -> answer(exchange, 500, "{\"error\": {\"type\": \"api_error\"}}");
    assertThat(doubt(create(calls(Map.of())))).isEqualTo(Doubt.SERVER_ERROR);
    assertThat(keys).containsExactly("key", "key");
  }

  @Test
  void noAnswerEndsWithTheTimeLimit() {
    manner = exchange -> waitForTheEnd();
    assertThat(doubt(create(calls(Map.of("time-limit", "200ms"))))).isEqualTo(Doubt.NO_ANSWER);
  }

  @Test
  void anotherObjectIsUnreadable() {
    manner = exchange -> answer(exchange, 200, "{\"id\": \"tr_1\", \"object\": \"transfer\"");
    assertThat(doubt(create(calls(Map.of())))).isEqualTo(Doubt.UNREADABLE);
  }

  @Test
  void aFailingStripeGetsAPauseAndThatIsNoRefusal() {
    manner = HttpExchange::close;
    StripeCalls calls =
        calls(Map.of("network-retries", "0", "repetitions", "0", "breaker-window", "2"));
    create(calls);
    create(calls);
    assertThatThrownBy(() -> create(calls)).isInstanceOf(StripeUnavailableException.class);
    assertThat(keys).hasSize(2);
  }

  @Test
  void refusalsDoNotOpenTheBreaker() {
    manner =
        exchange ->
            answer(
                exchange,
                400,
                """
                {"error": {"type": "invalid_request_error", "code": "parameter_unknown"}}
                """);
    StripeCalls calls = calls(Map.of("breaker-window", "2"));
    for (int i = 0; i < 5; i++) {
      assertThat(create(calls)).isInstanceOf(StripeOutcome.Refused.class);
    }
  }

  @Test
  void whoIsTooBusyForOneThingIsStillAskedForOthers() {
    manner = StripeCallsTest::tooBusy;
    StripeCalls calls = calls(Map.of("repetitions", "0", "breaker-window", "2"));
    for (int i = 0; i < 5; i++) {
      assertThat(doubt(create(calls))).isEqualTo(Doubt.RATE_LIMITED);
    }
    manner = exchange -> answer(exchange, 200, CUSTOMER);
    assertThat(create(calls)).isEqualTo(new StripeOutcome.Done<>("cus_1"));
  }

  /** A 429 is no sign of health either: failures before and after it still open the breaker. */
  @Test
  void whoIsTooBusyInBetweenGetsAPauseForItsFailures() {
    StripeCalls calls =
        calls(Map.of("network-retries", "0", "repetitions", "0", "breaker-window", "2"));
    for (Manner next :
        List.<Manner>of(HttpExchange::close, StripeCallsTest::tooBusy, HttpExchange::close)) {
      manner = next;
      create(calls);
    }
    assertThatThrownBy(() -> create(calls)).isInstanceOf(StripeUnavailableException.class);
    assertThat(keys).hasSize(3);
  }

  private static void tooBusy(HttpExchange exchange) throws IOException {
    answer(exchange, 429, "{\"error\": {\"type\": \"invalid_request_error\"}}");
  }

  private static Doubt doubt(StripeOutcome<String> outcome) {
    return ((StripeOutcome.Unknown<String>) outcome).doubt();
  }

  private static StripeOutcome<String> create(StripeCalls calls) {
    RequestOptions once = RequestOptions.builder().setIdempotencyKey("key").build();
    CustomerCreateParams nobody = CustomerCreateParams.builder().build();
    return calls.call(client -> client.v1().customers().create(nobody, once).getId());
  }

  private StripeCalls calls(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("agora.stripe.api-key", "sk_test_1");
    all.put("agora.stripe.api-base", "http://127.0.0.1:" + server.getAddress().getPort());
    more.forEach((name, value) -> all.put("agora.stripe." + name, value));
    StripeProperties properties = StripePropertiesTest.bind(all);
    StripeConfiguration configuration = new StripeConfiguration();
    return configuration.stripeCalls(
        configuration.stripeClient(properties),
        properties,
        configuration.stripeBreakers(properties),
        configuration.stripeBulkheads(properties),
        threads,
        new SimpleMeterRegistry(),
        new DefaultListableBeanFactory().getBeanProvider(Tracer.class));
  }

  private void waitForTheEnd() {
    try {
      end.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new IllegalStateException(noPort);
    }
  }
}
