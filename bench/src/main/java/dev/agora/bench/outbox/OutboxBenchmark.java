package dev.agora.bench.outbox;

import dev.agora.bench.report.Latencies;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes rows into a service's outbox, each in a transaction of its own as a use case does, and
 * consumes what the service's relay makes of them. Writers and consumer are this one JVM, so one
 * clock measures.
 */
final class OutboxBenchmark implements AutoCloseable {
  private static final int WRITERS = 4;
  private static final int DRAIN_BATCH = 1000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<String, String> environment;
  private final Arrivals arrivals;
  private final ExecutorService executor = Executors.newFixedThreadPool(WRITERS);

  OutboxBenchmark(Map<String, String> environment) throws InterruptedException {
    this.environment = environment;
    this.arrivals = new Arrivals(environment.getOrDefault("AGORA_KAFKA", ""));
  }

  List<Latencies> latencies(int runs, int rate, Duration length) throws Exception {
    List<Latencies> all = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      all.add(latencies(rate, length));
    }
    return all;
  }

  /** Latencies at a steady rate; a writer that falls behind catches up, and its delay counts. */
  Latencies latencies(int rate, Duration length) throws Exception {
    int count = Math.toIntExact(rate * length.toSeconds());
    Sendings sendings = new Sendings(count);
    arrivals.expect(sendings);
    long interval = Duration.ofSeconds(1).toNanos() / rate;
    long begin = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    inParallel(
        writer -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            LockSupport.parkNanos(begin + i * interval - System.nanoTime());
            writer.write(i, sendings);
          }
        });
    return sendings.awaitAll(PATIENCE);
  }

  /** Messages per second from the first commit of a flood to the last arrival. */
  double drain(int count) throws Exception {
    Sendings sendings = new Sendings(count);
    arrivals.expect(sendings);
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    inParallel(
        writer -> {
          for (int i = next.getAndAdd(DRAIN_BATCH); i < count; i = next.getAndAdd(DRAIN_BATCH)) {
            writer.writeAll(i, Math.min(count, i + DRAIN_BATCH), sendings);
          }
        });
    sendings.awaitAll(PATIENCE);
    return count / ((System.nanoTime() - begin) / 1e9);
  }

  @Override
  public void close() {
    executor.shutdownNow();
    arrivals.close();
  }

  private interface Writing {
    void with(OutboxWriter writer) throws SQLException;
  }

  private void inParallel(Writing writing) throws InterruptedException, ExecutionException {
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(
          executor.submit(
              () -> {
                try (OutboxWriter writer = new OutboxWriter(environment)) {
                  writing.with(writer);
                }
                return true;
              }));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
  }
}
