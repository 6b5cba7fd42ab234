package dev.agora.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.RealParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** R7: each service stopped and slowed in turn, and callers that are slow themselves. */
@RealParts
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "AGORA_CREDENTIAL_PEPPER=" + CredentialTopic.PEPPER,
      "agora.gateway.upstream.answer-max=1s",
      "agora.gateway.upstream.breaker.open-for=1s",
      "agora.gateway.callers.read-within=500ms",
      "agora.gateway.callers.request-within=3s"
    })
class ResilienceIT {

  /** A public path of each service. */
  private static final Map<String, String> PATHS =
      Map.of(
          "accounts", "/api/v1/me",
          "ledger", "/api/v1/ledger/proof",
          "billing", "/api/v1/billing/packages",
          "payout", "/api/v1/billing/conversions",
          "marketplace", "/api/v1/marketplace/services");

  private static final Map<String, StubService> STUBS = startAll();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration SOON = Duration.ofSeconds(10);

  /** As many as let a breaker decide. */
  private static final int CALLS = 12;

  @LocalServerPort int port;

  private static Map<String, StubService> startAll() {
    Map<String, StubService> all = new LinkedHashMap<>();
    PATHS.keySet().stream().sorted().forEach(name -> all.put(name, StubService.start()));
    return all;
  }

  @DynamicPropertySource
  static void targets(DynamicPropertyRegistry registry) {
    STUBS.forEach((name, stub) -> registry.add("agora.gateway.targets." + name, () -> stub.url()));
    // Nobody listens on the discard port.
    registry.add("agora.gateway.targets.portal", () -> "http://127.0.0.1:9");
  }

  @AfterAll
  static void stopAll() {
    STUBS.values().forEach(StubService::close);
  }

  static List<String> services() {
    return List.copyOf(STUBS.keySet());
  }

  @ParameterizedTest
  @MethodSource("services")
  void whoeverAsksASlowServiceIsAnsweredInTimeAndTheOthersDoNotNotice(String slow) {
    StubService stub = stub(slow);
    stub.hang();
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, CALLS).mapToObj(call -> ask(slow)).toList();

    for (String other : services()) {
      assertThat(other.equals(slow) || ask(other).join().statusCode() == 200).isTrue();
    }
    for (CompletableFuture<HttpResponse<String>> answer : asked) {
      assertThat(answer.join().statusCode()).isEqualTo(503);
      assertThat(answer.join().body())
          .contains("\"code\":\"temporarily_unavailable\"", "no answer in time. Nothing was done");
    }
    int reached = stub.count();
    HttpResponse<String> refused = ask(slow).join();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(refused.body()).contains("Nothing was done.");
    assertThat(stub.count()).as("the breaker lets nobody through").isEqualTo(reached);

    stub.answerAgain();
    await().atMost(SOON).until(() -> ask(slow).join().statusCode() == 200);
  }

  @Test
  void onlyOfWhatChangesSomethingIsTheOutcomeUnknown() throws Exception {
    StubService ledger = stub("ledger");
    ledger.hang();
    HttpRequest payment =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/credits/transfer"))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(SOON)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    HttpResponse<String> answer = CLIENT.send(payment, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"code\":\"outcome_unknown\"", "may have been");
    ledger.answerAgain();
    await().atMost(SOON).until(() -> ask("ledger").join().statusCode() == 200);
  }

  @ParameterizedTest
  @MethodSource("services")
  void aStoppedServiceIsToldOfAtOnceAndFoundAgainWhenItIsBack(String stopped) {
    StubService stub = stub(stopped);
    stub.close();
    for (int call = 0; call < CALLS; call++) {
      HttpResponse<String> answer = ask(stopped).join();
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("Nothing was done.", "\"retryable\":true");
    }
    for (String other : services()) {
      assertThat(other.equals(stopped) || ask(other).join().statusCode() == 200).isTrue();
    }

    STUBS.put(stopped, StubService.startAt(stub.port()));
    await().atMost(SOON).until(() -> ask(stopped).join().statusCode() == 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/v1/credits/transfer HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{",
        "POST /api/v1/credits/transfer HTTP/1.1\r\nHo"
      })
  void aCallerThatStopsInTheMiddleIsCutOff(String beginning) throws IOException {
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      caller.setSoTimeout(Math.toIntExact(SOON.toMillis()));
      caller.getOutputStream().write(beginning.getBytes(US_ASCII));
      // Reads to the end, which comes only when the gateway closes the connection.
      String answer = new String(caller.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answer).doesNotContain("HTTP/1.1 2");
    }
  }

  @Test
  void aCallerThatDripsIsCutOff() throws Exception {
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      caller.setSoTimeout(Math.toIntExact(SOON.toMillis()));
      caller
          .getOutputStream()
          .write(
              "POST /api/v1/credits/transfer HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n"
                  .getBytes(US_ASCII));
      CompletableFuture<byte[]> end =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return caller.getInputStream().readAllBytes();
                } catch (IOException cutOff) {
                  return new byte[0];
                }
              });
      await()
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                drip(caller);
                return end.isDone();
              });
    }
  }

  private static void drip(Socket caller) {
    try {
      caller.getOutputStream().write('x');
    } catch (IOException cutOff) {
      // Then the reader has seen the end, or is about to.
    }
  }

  private CompletableFuture<HttpResponse<String>> ask(String service) {
    String path = Objects.requireNonNull(PATHS.get(service));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(SOON)
            .build();
    return CLIENT.sendAsync(request, BodyHandlers.ofString());
  }

  private static StubService stub(String service) {
    return Objects.requireNonNull(STUBS.get(service));
  }

  @Test
  void whileThePortalIsDownPeopleReadAPageAndProgramsAProblem() throws Exception {
    HttpResponse<String> person =
        portal("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    HttpResponse<String> program = portal("*/*");

    assertThat(person.statusCode()).isEqualTo(503);
    assertThat(person.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(person.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "style-src 'self'");
    assertThat(person.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(person.body())
        .contains("Nothing was done.", "href=\"/portal/overview\"")
        .contains(person.headers().firstValue("X-Request-Id").orElseThrow())
        .doesNotContain("{");
    assertThat(program.statusCode()).isEqualTo(503);
    assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private HttpResponse<String> portal(String accept) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/portal/overview"))
            .header("Accept", accept)
            .timeout(SOON)
            .build(),
        BodyHandlers.ofString());
  }
}
