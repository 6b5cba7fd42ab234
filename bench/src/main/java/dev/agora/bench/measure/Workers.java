package dev.agora.bench.measure;

import dev.agora.bench.report.Latencies;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.HdrHistogram.Histogram;

/** Runs the same call over and over on several threads until a time is over, and counts. */
public final class Workers {
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1000;

  private Workers() {}

  /** One connection's way to do a piece of work. */
  public interface Worker extends AutoCloseable {
    /** Does one call; returns how many transfers it made. */
    int call(RandomGenerator random) throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Works on as many threads, each with a connection of its own. */
  public static Throughput run(int threads, Duration length, Callable<? extends Worker> connect)
      throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      return run(executor, threads, length, connect);
    }
  }

  /** The same on virtual threads: for workers that mostly wait, of which there are many. */
  public static Throughput runVirtually(
      int workers, Duration length, Callable<? extends Worker> connect) throws Exception {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return run(executor, workers, length, connect);
    }
  }

  /**
   * The same at a steady pace: each thread calls when it is due, and a latency counts from then, so
   * that a call that waits for a slow one shows.
   */
  public static Throughput runPaced(
      int threads, int perSecond, Duration length, Callable<? extends Worker> connect)
      throws Exception {
    long pause = Duration.ofSeconds(1).toNanos() * threads / perSecond;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      return run(executor, threads, pause, length, connect);
    }
  }

  private static Throughput run(
      ExecutorService executor, int workers, Duration length, Callable<? extends Worker> connect)
      throws Exception {
    return run(executor, workers, 0, length, connect);
  }

  private static Throughput run(
      ExecutorService executor,
      int workers,
      long pause,
      Duration length,
      Callable<? extends Worker> connect)
      throws Exception {
    List<Callable<Counted>> all = new ArrayList<>();
    long begin = System.nanoTime();
    long end = begin + length.toNanos();
    for (int i = 0; i < workers; i++) {
      long seed = i;
      long first = begin + pause * i / workers;
      all.add(() -> work(connect, seed, first, pause, end));
    }
    Histogram micros = new Histogram(DIGITS);
    long done = 0;
    try {
      for (Future<Counted> future : executor.invokeAll(all)) {
        Counted counted = future.get();
        done += counted.done();
        micros.add(counted.micros());
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a measurement failed: " + failed.getCause(), failed);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    return new Throughput(done, took, new Latencies(micros));
  }

  private record Counted(long done, Histogram micros) {}

  private static Counted work(
      Callable<? extends Worker> connect, long seed, long first, long pause, long end)
      throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Histogram micros = new Histogram(DIGITS);
    long done = 0;
    try (Worker worker = connect.call()) {
      long due = pause == 0 ? System.nanoTime() : first;
      while (due < end && System.nanoTime() < end) {
        awaitUntil(due);
        done += worker.call(random);
        long now = System.nanoTime();
        micros.recordValue((now - due) / NANOS_PER_MICRO);
        due = pause == 0 ? now : due + pause;
      }
    }
    return new Counted(done, micros);
  }

  private static void awaitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
