package dev.agora.portal.page;

import dev.agora.portal.api.ApiProblem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Reads at the same time what does not wait for each other, as the person of this request. */
@Component
public class Together implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Executor asThePerson = new DelegatingSecurityContextExecutor(threads);

  /**
   * The readings of all of them, in their order.
   *
   * @param all at most as many as a page shows
   * @throws ApiProblem of the first one that failed
   */
  public <A, T> List<T> read(List<A> all, Function<A, T> reading) {
    RequestAttributes request = RequestContextHolder.currentRequestAttributes();
    List<CompletableFuture<T>> begun =
        all.stream()
            .map(
                one ->
                    CompletableFuture.supplyAsync(() -> during(request, one, reading), asThePerson))
            .toList();
    return begun.stream().map(Together::result).toList();
  }

  @Override
  public void close() {
    threads.close();
  }

  private static <A, T> T during(RequestAttributes request, A one, Function<A, T> reading) {
    RequestContextHolder.setRequestAttributes(request);
    try {
      return reading.apply(one);
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  private static <T> T result(CompletableFuture<T> begun) {
    try {
      return begun.join();
    } catch (CompletionException ended) {
      if (ended.getCause() instanceof ApiProblem problem) {
        throw problem;
      }
      throw ended;
    }
  }
}
