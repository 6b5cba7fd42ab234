package dev.agora.stripesimulator.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Posts signed payloads, a few at once to each endpoint. */
final class Courier implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
  private static final int AT_ONCE = 8;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .executor(threads)
          .build();
  private final ConcurrentMap<String, Semaphore> slots = new ConcurrentHashMap<>();

  record Letter(String endpoint, String url, String payload, String signature) {}

  /** Runs the delivery on a thread of its own; not at all once closed. */
  void run(Runnable delivery) {
    try {
      threads.execute(delivery);
    } catch (RejectedExecutionException closed) {
      // Pending deliveries are kept; the next start sends them.
      return;
    }
  }

  /** The status of the answer, 0 when there was none. */
  int post(Letter letter) {
    Semaphore slot = slots.computeIfAbsent(letter.endpoint(), id -> new Semaphore(AT_ONCE, true));
    slot.acquireUninterruptibly();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(letter.url()))
              .timeout(ANSWER_TIMEOUT)
              .header("Content-Type", "application/json; charset=utf-8")
              .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
              .header("Stripe-Signature", letter.signature())
              .POST(HttpRequest.BodyPublishers.ofString(letter.payload()))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      return 0;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return 0;
    } finally {
      slot.release();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
