package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.net.StripeResponse;
import dev.agora.stripesimulator.oracle.ModelOracle;
import dev.agora.stripesimulator.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulator for each test, with stripe-java on one side and webhook receivers on the other. After
 * each test every answer and event that was seen is walked against stripe-java's models.
 */
final class TestSimulator implements BeforeEachCallback, AfterEachCallback {
  static final String PLATFORM_SECRET = "whsec_platform";
  static final String CONNECT_SECRET = "whsec_connect";

  static {
    // The JDK would send a POST again by itself when the server closes, and hide that.
    System.setProperty("sun.net.http.retryPost", "false");
    Stripe.enableTelemetry = false;
  }

  private final HttpClient browser = HttpClient.newHttpClient();
  private final UnaryOperator<SimulatorOptions> options;
  private @Nullable World world;

  private record World(
      StripeSimulator simulator,
      WebhookReceiver platform,
      WebhookReceiver connect,
      WitnessingClient witness,
      StripeClient client) {}

  TestSimulator() {
    this(UnaryOperator.identity());
  }

  TestSimulator(UnaryOperator<SimulatorOptions> options) {
    this.options = options;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    WebhookReceiver platform = new WebhookReceiver();
    WebhookReceiver connect = new WebhookReceiver();
    SimulatorOptions defaults =
        SimulatorOptions.defaults()
            .withPlatformEndpoint(platform.url(), PLATFORM_SECRET)
            .withConnectEndpoint(connect.url(), CONNECT_SECRET)
            .withPayoutDelay(Duration.ofMinutes(1));
    StripeSimulator simulator = StripeSimulator.start(options.apply(defaults));
    WitnessingClient witness = new WitnessingClient();
    StripeClient client =
        StripeClient.builder()
            .setApiKey("sk_test_agora")
            .setApiBase(simulator.baseUrl())
            .setHttpClient(witness)
            .setConnectTimeout(2_000)
            .setReadTimeout(2_000)
            .build();
    world = new World(simulator, platform, connect, witness, client);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    World ending = world();
    ending.simulator().close();
    ending.platform().close();
    ending.connect().close();
    assertThat(ending.witness().answers())
        .filteredOn(TestSimulator::isJson)
        .allSatisfy(answer -> assertThat(ModelOracle.problems(answer.body())).isEmpty());
    assertThat(ending.platform().received()).allSatisfy(TestSimulator::conforms);
    assertThat(ending.connect().received()).allSatisfy(TestSimulator::conforms);
  }

  private static boolean isJson(StripeResponse answer) {
    return answer.headers().firstValue("Content-Type").orElse("").contains("json")
        && answer.body().endsWith("}")
        && !answer.body().contains("A surprise");
  }

  private static void conforms(WebhookReceiver.Received event) {
    assertThat(ModelOracle.problems(event.payload())).isEmpty();
  }

  StripeClient client() {
    return world().client();
  }

  WitnessingClient witness() {
    return world().witness();
  }

  WebhookReceiver platform() {
    return world().platform();
  }

  WebhookReceiver connect() {
    return world().connect();
  }

  String baseUrl() {
    return world().simulator().baseUrl();
  }

  void awaitPlatform(String... types) {
    Awaitility.await().untilAsserted(() -> assertThat(platform().types()).contains(types));
  }

  /** Waits until events of these types have arrived; a type given twice has to come twice. */
  void awaitConnect(String... types) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              List<String> missing = new ArrayList<>(List.of(types));
              connect().types().forEach(missing::remove);
              assertThat(missing).isEmpty();
            });
  }

  /** A call of {@code /_sim/}, which must succeed. */
  JsonObject admin(String method, String path, @Nullable Object... keysAndValues) {
    String body = keysAndValues.length == 0 ? "" : Json.write(Json.object(keysAndValues));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(baseUrl() + "/_sim/" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body());
  }

  void fault(String kind, @Nullable Object... keysAndValues) {
    JsonObject wanted = Json.with(Json.object("kind", kind), keysAndValues);
    Object[] all =
        wanted.entrySet().stream()
            .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
            .toArray();
    admin("POST", "faults", all);
  }

  void advance(Duration by) {
    admin("POST", "clock/advance", "duration", by.toString());
  }

  /** Fills in and sends the form of a hosted page. */
  HttpResponse<String> submit(String url, String... fieldsAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(fieldsAndValues[i])
          .append('=')
          .append(URLEncoder.encode(fieldsAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  HttpResponse<String> open(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private World world() {
    if (world == null) {
      throw new IllegalStateException("not started");
    }
    return world;
  }
}
