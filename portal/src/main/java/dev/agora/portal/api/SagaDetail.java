package dev.agora.portal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same with all that happened to it, oldest first. */
public record SagaDetail(Saga saga, List<Line> history) {

  /** One thing that happened. */
  public record Line(
      Instant at, String kind, String step, @Nullable String detail, @Nullable String actor) {}
}
