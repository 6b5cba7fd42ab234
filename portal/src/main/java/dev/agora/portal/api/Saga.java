package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A matter that several services work on.
 *
 * @param businessKey what it is about, such as a purchase's id
 * @param parkedReason why it waits for an operator
 */
public record Saga(
    String id,
    String saga,
    String businessKey,
    String status,
    String step,
    int attempt,
    @Nullable String parkedReason,
    Instant createdAt,
    Instant updatedAt) {

  public boolean isParked() {
    return status.equals("PARKED");
  }
}
