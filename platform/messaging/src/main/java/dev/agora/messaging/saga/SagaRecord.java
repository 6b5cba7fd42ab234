package dev.agora.messaging.saga;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One instance with all that happened to it.
 *
 * @param diagram of its definition in Mermaid, the step at hand marked; empty if the definition is
 *     gone
 */
public record SagaRecord(SagaSummary saga, List<Line> history, String diagram) {

  /**
   * One thing that happened.
   *
   * @param commandId that it is about; null if it is about none
   * @param actor the operator who did it; null if none did
   */
  public record Line(
      Instant at,
      String kind,
      String step,
      @Nullable UUID commandId,
      @Nullable String detail,
      @Nullable String actor) {}

  public SagaRecord {
    history = List.copyOf(history);
  }
}
