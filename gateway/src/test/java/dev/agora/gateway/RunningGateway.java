package dev.agora.gateway;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway before a stub service and a real Kafka; the tests that extend it share it. */
@RealParts
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "AGORA_CREDENTIAL_PEPPER=" + CredentialTopic.PEPPER,
      "agora.gateway.credentials.report-every=200ms",
      "agora.gateway.rates.sign-in.burst=3",
      "agora.gateway.rates.sign-in.per-second=1"
    })
abstract class RunningGateway {

  static final String PORTAL_KEY = "of the portal, in these tests only";

  static final StubService STUB = StubService.start();
  static final String AGENT = "agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final SecureRandom RANDOM = new SecureRandom();

  @SuppressWarnings("NullAway.Init") // Set before the first test.
  static CredentialTopic topic;

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;

  @DynamicPropertySource
  static void targets(DynamicPropertyRegistry registry) {
    registry.add("AGORA_ACCOUNTS_URL", STUB::url);
    registry.add("AGORA_LEDGER_URL", STUB::url);
    registry.add("AGORA_BILLING_URL", STUB::url);
    registry.add("AGORA_PAYOUT_URL", STUB::url);
    registry.add("AGORA_PORTAL_URL", STUB::url);
    registry.add("AGORA_PORTAL_SOURCE_KEY", () -> PORTAL_KEY);
    // Nobody listens on the discard port.
    registry.add("AGORA_MARKETPLACE_URL", () -> "http://127.0.0.1:9");
  }

  @BeforeAll
  static void open() {
    topic = new CredentialTopic(Parts.kafka());
  }

  @AfterAll
  static void close() {
    topic.close();
  }

  String publishedKey() throws Exception {
    String key = CredentialTopic.key(newId(), 'p');
    topic.publish(key, CredentialTopic.state(key, AGENT, null, false, 1));
    return key;
  }

  static String newId() {
    return "%016d".formatted(RANDOM.nextLong(1, Long.MAX_VALUE / 1000));
  }

  HttpResponse<String> awaitAdmitted(String key) {
    return await()
        .pollInterval(20, TimeUnit.MILLISECONDS)
        .until(() -> balance(key), answer -> answer.statusCode() == 200);
  }

  HttpResponse<String> balance(String key) throws IOException, InterruptedException {
    return send(request("/api/v1/credits/balance").header("Authorization", "Bearer " + key).GET());
  }

  static SignedJWT lastToken() throws ParseException {
    return SignedJWT.parse(STUB.last().header("authorization").substring("Bearer ".length()));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).GET());
  }

  HttpResponse<String> post(String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", "application/json").POST(body));
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
  }
}
