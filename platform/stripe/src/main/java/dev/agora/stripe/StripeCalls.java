package dev.agora.stripe;

import com.stripe.StripeClient;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way to Stripe: at most so many calls at once, each within its time, none while Stripe
 * keeps failing, and every end of a call named. Safe for concurrent use.
 */
public final class StripeCalls {

  private final StripeClient client;
  private final boolean live;
  private final Duration timeLimit;
  private final int repetitions;
  private final Duration repetitionPause;
  private final Semaphore never = new Semaphore(0);
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final ExecutorService threads;
  private final Tracer tracer;
  private final Timer done;
  private final Timer refused;
  private final Timer unknown;

  StripeCalls(
      StripeClient client,
      StripeProperties properties,
      CircuitBreaker breaker,
      Bulkhead bulkhead,
      ExecutorService threads,
      MeterRegistry meters,
      Tracer tracer) {
    this.client = client;
    this.live = properties.isLive();
    this.timeLimit = properties.timeLimit();
    this.repetitions = properties.repetitions();
    this.repetitionPause = properties.repetitionPause();
    this.breaker = breaker;
    this.bulkhead = bulkhead;
    this.threads = threads;
    this.tracer = tracer;
    this.done = timer(meters, "done");
    this.refused = timer(meters, "refused");
    this.unknown = timer(meters, "unknown");
  }

  private static Timer timer(MeterRegistry meters, String outcome) {
    return Timer.builder("agora.stripe.calls")
        .description("calls to Stripe by what was known afterwards")
        .tag("outcome", outcome)
        .register(meters);
  }

  /** Whether money is real; an object of the other kind is not ours. */
  public boolean isLive() {
    return live;
  }

  /** The longest that a call takes, the wait for its turn not included. */
  public Duration timeLimit() {
    return timeLimit;
  }

  /**
   * Makes a call and says what is known afterwards. Never within a database transaction. A call
   * that Stripe was too busy for, or whose connection failed, is made again within its time.
   *
   * @throws StripeUnavailableException if the call was not made at all
   */
  public <T> StripeOutcome<T> call(StripeCall<T> call) {
    if (!bulkhead.tryAcquirePermission()) {
      throw new StripeUnavailableException("too many calls to Stripe are under way");
    }
    try {
      if (!breaker.tryAcquirePermission()) {
        throw new StripeUnavailableException("Stripe has been failing; it gets a pause");
      }
      long start = breaker.getCurrentTimestamp();
      StripeOutcome<T> outcome = traced(call);
      report(outcome, breaker.getCurrentTimestamp() - start);
      return outcome;
    } finally {
      bulkhead.onComplete();
    }
  }

  /** A span of its own in whatever trace this is part of, or none. */
  private <T> StripeOutcome<T> traced(StripeCall<T> call) {
    Span span = tracer.nextSpan().name("stripe");
    span.start();
    try (var _ = tracer.withSpan(span)) {
      StripeOutcome<T> outcome = insist(call);
      span.tag("outcome", name(outcome));
      return outcome;
    } finally {
      span.end();
    }
  }

  private static String name(StripeOutcome<?> outcome) {
    return switch (outcome) {
      case StripeOutcome.Done<?> did -> "done";
      case StripeOutcome.Refused<?> said -> "refused";
      case StripeOutcome.Unknown<?> nobody -> "unknown";
    };
  }

  private <T> StripeOutcome<T> insist(StripeCall<T> call) {
    long end = System.nanoTime() + timeLimit.toNanos();
    Duration pause = repetitionPause;
    StripeOutcome<T> outcome = execute(call, timeLimit);
    for (int repetition = 0; repetition < repetitions; repetition++) {
      Duration left = Duration.ofNanos(end - System.nanoTime()).minus(pause);
      boolean worthIt =
          outcome instanceof StripeOutcome.Unknown<T>(Doubt doubt, String _)
              && doubt.isWorthRepeating();
      if (!worthIt || !left.isPositive() || !pause(pause)) {
        return outcome;
      }
      pause = pause.multipliedBy(2);
      outcome = execute(call, left);
    }
    return outcome;
  }

  /** False if the caller is to stop. */
  private boolean pause(Duration length) {
    // Callers that were turned away together must not come back together.
    long millis = length.toMillis() / 2;
    try {
      return !never.tryAcquire(
          millis + ThreadLocalRandom.current().nextLong(millis + 1), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> StripeOutcome<T> execute(StripeCall<T> call, Duration within) {
    Future<T> answer = threads.submit(() -> call.execute(client));
    try {
      return new StripeOutcome.Done<>(answer.get(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      return Outcomes.of(cause == null ? failed : cause);
    } catch (TimeoutException tooSlow) {
      answer.cancel(true);
      return new StripeOutcome.Unknown<>(Doubt.NO_ANSWER, "no answer within " + timeLimit);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new StripeOutcome.Unknown<>(Doubt.NO_ANSWER, "interrupted");
    }
  }

  private void report(StripeOutcome<?> outcome, long nanos) {
    Timer timer =
        switch (outcome) {
          case StripeOutcome.Done<?> did -> done;
          case StripeOutcome.Refused<?> said -> refused;
          case StripeOutcome.Unknown<?> nobody -> unknown;
        };
    timer.record(nanos, TimeUnit.NANOSECONDS);
    switch (outcome) {
      // Stripe counts requests by endpoint and turns these away before it looks at anything: says
      // nothing of whether it is well, and no reason to stop calls to other endpoints.
      case StripeOutcome.Unknown<?>(Doubt doubt, String _) when doubt == Doubt.RATE_LIMITED ->
          breaker.releasePermission();
      case StripeOutcome.Unknown<?>(Doubt doubt, String detail) when doubt.isOutage() ->
          breaker.onError(
              nanos, TimeUnit.NANOSECONDS, new StripeUnavailableException(doubt + ": " + detail));
      default -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }
  }
}
