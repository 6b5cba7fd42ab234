package dev.agora.portal.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.agora.portal.api.ApiProblem;
import dev.agora.portal.session.CurrentSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Reads figures for pages that have to stay readable while a part is down: then the last value that
 * this portal saw for this person is shown, and said to be old.
 */
@Component
public class Figures {

  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int REMEMBERED_MAX = 20_000;

  private record Seen(Object value, Instant at) {}

  private final Cache<String, Seen> seen =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(REMEMBERED_MAX).build();

  private final CurrentSession session;
  private final Clock clock;

  Figures(CurrentSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * The figure of this name, of the signed-in person.
   *
   * @param name unique together with the type of what is read
   */
  @SuppressWarnings("unchecked") // One name has one type.
  public <T> Figure<T> read(String name, Supplier<T> reading) {
    String key = session.humanId() + " " + name;
    try {
      T value = reading.get();
      seen.put(key, new Seen(value, clock.instant()));
      return new Figure<>(value, null);
    } catch (ApiProblem problem) {
      if (!problem.isOutage()) {
        throw problem;
      }
      Seen old = seen.getIfPresent(key);
      return old == null ? new Figure<>(null, null) : new Figure<>((T) old.value(), old.at());
    }
  }
}
