package dev.agora.local.launcher.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is the awaited one: sagas take their time. */
public final class Poll {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Poll() {}

  /** The first answer that is as wanted, or the last one after 30 s. */
  public static Answer until(Supplier<Answer> question, Predicate<Answer> wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = question.get();
    while (!wanted.test(answer) && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = question.get();
    }
    return answer;
  }

  /** Waits until {@code /status} is this; the last answer after 30 s whatever it is. */
  public static Answer untilStatus(Api api, String path, String status) {
    return until(() -> api.get(path), answer -> answer.text("/status").equals(status));
  }
}
