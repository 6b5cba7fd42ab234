package dev.agora.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does something to many, a few at a time, as buyers and Stripe come. */
final class AtOnce {

  private static final int THREADS = 4;

  private AtOnce() {}

  static <T> void each(List<T> all, Consumer<T> deed) {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> done = new ArrayList<>();
      all.forEach(one -> done.add(threads.submit(() -> deed.accept(one))));
      for (Future<?> one : done) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
