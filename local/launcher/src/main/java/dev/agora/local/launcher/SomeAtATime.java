package dev.agora.local.launcher;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does something to each part, a few at once: as many as a small machine bears. */
final class SomeAtATime {
  private SomeAtATime() {}

  /**
   * Waits for all; the first failure in the parts' order is thrown, and those not begun are left
   * out.
   */
  static void run(int atOnce, List<Part> parts, Consumer<Part> action) {
    try (ExecutorService executor = Executors.newFixedThreadPool(atOnce)) {
      List<Future<?>> all =
          parts.stream()
              .<Future<?>>map(part -> executor.submit(() -> action.accept(part)))
              .toList();
      for (Future<?> one : all) {
        await(one, executor);
      }
    }
  }

  private static void await(Future<?> one, ExecutorService executor) {
    try {
      one.get();
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", e);
    } catch (ExecutionException e) {
      executor.shutdownNow();
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    }
  }
}
