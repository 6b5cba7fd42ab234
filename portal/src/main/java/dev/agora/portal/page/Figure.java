package dev.agora.portal.page;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A figure that may be old or missing because the part that knows it is down.
 *
 * @param value null if it is missing
 * @param oldSince when it was read, if it could not be read now
 */
public record Figure<T>(@Nullable T value, @Nullable Instant oldSince) {

  public boolean isMissing() {
    return value == null;
  }

  public boolean isOld() {
    return oldSince != null;
  }

  /** What follows from it, as old as itself. */
  public <R> Figure<R> map(Function<? super T, R> then) {
    return new Figure<>(value == null ? null : then.apply(value), oldSince);
  }

  /** Whether it is of this moment. */
  public boolean isCurrent() {
    return value != null && oldSince == null;
  }
}
