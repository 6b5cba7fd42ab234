package dev.agora.crash.upgrade;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Callers who do not wait for anybody's upgrade: none of their requests is sent a second time. They
 * leave two cores the room in which programs start: at three times this load an upgrade takes three
 * times as long, and fails nobody either.
 */
final class Load implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(300);
  private static final Duration BETWEEN_PURCHASES = Duration.ofSeconds(3);
  private static final int PAYERS = 3;
  private static final Sent NOTHING = new Sent(0, "");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI gateway;
  private final Person buyer;
  private final Agent payer;
  private final Agent payee;
  private final AtomicLong payments = new AtomicLong();
  private final AtomicLong reads = new AtomicLong();
  private final ConcurrentLinkedQueue<String> purchases = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  /** What came back; status 0 if nothing did. */
  private record Sent(int status, String body) {}

  Load(URI gateway, Person buyer, Agent payer, Agent payee) {
    this.gateway = gateway;
    this.buyer = buyer;
    this.payer = payer;
    this.payee = payee;
  }

  void start() {
    for (int i = 0; i < PAYERS; i++) {
      threads.execute(() -> repeat(BETWEEN_REQUESTS, this::pay));
    }
    threads.execute(
        () -> repeat(BETWEEN_REQUESTS, () -> read("/api/v1/credits/balance", payer.key())));
    threads.execute(
        () ->
            repeat(
                BETWEEN_REQUESTS, () -> read("/api/v1/billing/purchases", buyer.api().bearer())));
    threads.execute(
        () -> repeat(BETWEEN_REQUESTS, () -> read("/api/v1/billing/conversions", payee.key())));
    threads.execute(
        () -> repeat(BETWEEN_REQUESTS, () -> read("/api/v1/marketplace/orders", payee.key())));
    threads.execute(() -> repeat(BETWEEN_REQUESTS, () -> read("/api/v1/me", payee.key())));
    threads.execute(() -> repeat(BETWEEN_PURCHASES, this::buy));
  }

  private void repeat(Duration pause, Runnable act) {
    while (!stopped) {
      try {
        act.run();
      } catch (RuntimeException failure) {
        failures.add(failure.toString());
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  private void pay() {
    String body = "{\"to\":\"" + payee.id() + "\",\"amount\":\"0.1\"}";
    if (post("/api/v1/credits/transfer", payer.key(), body).status() == 201) {
      payments.incrementAndGet();
    }
  }

  private void buy() {
    String body = "{\"agent\":\"" + payer.id() + "\",\"package\":\"pkg_10\"}";
    Sent purchase = post("/api/v1/billing/purchase-credits", buyer.api().bearer(), body);
    if (purchase.status() == 202) {
      JsonNode answer = JsonMapper.shared().readTree(purchase.body());
      StripePages.pay(answer.path("checkoutUrl").asString(), "4242 4242 4242 4242");
      purchases.add(answer.path("id").asString());
    }
  }

  private void read(String path, String bearer) {
    if (send(HttpRequest.newBuilder(gateway.resolve(path)), bearer).status() == 200) {
      reads.incrementAndGet();
    }
  }

  private Sent post(String path, String bearer, String body) {
    return send(
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        bearer);
  }

  private Sent send(HttpRequest.Builder builder, String bearer) {
    HttpRequest request =
        builder.timeout(ANSWER).header("Authorization", "Bearer " + bearer).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        failures.add(request.uri().getPath() + " " + answer.statusCode() + " " + answer.body());
      }
      return new Sent(answer.statusCode(), answer.body());
    } catch (IOException e) {
      failures.add(request.uri().getPath() + " " + e);
      return NOTHING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOTHING;
    }
  }

  /** Payments that were answered with 201. */
  long payments() {
    return payments.get();
  }

  /** Other requests that were answered with 200. */
  long reads() {
    return reads.get();
  }

  /** The ids of purchases whose card was charged. */
  List<String> purchases() {
    return List.copyOf(purchases);
  }

  /** Every answer that was not a good one, and every one that did not come. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Waits for the last answers. */
  @Override
  public void close() {
    stopped = true;
    threads.close();
  }
}
