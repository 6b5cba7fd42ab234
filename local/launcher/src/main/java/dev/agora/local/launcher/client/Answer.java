package dev.agora.local.launcher.client;

import dev.agora.local.launcher.LauncherException;
import java.math.BigDecimal;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * What the API answered.
 *
 * @param question method and path, for messages
 * @param body the JSON, or an empty object when there was none
 * @param replayed whether it was an earlier answer to the same idempotency key
 */
public record Answer(String question, int status, JsonNode body, boolean replayed) {
  /**
   * This answer, when its status is one of these.
   *
   * @throws LauncherException with the whole answer otherwise
   */
  public Answer must(int... statuses) {
    if (Arrays.stream(statuses).noneMatch(allowed -> allowed == status)) {
      throw new LauncherException(question + " answered " + status + ": " + body);
    }
    return this;
  }

  /** The text at a JSON pointer such as {@code /agent/id}; empty when there is none. */
  public String text(String pointer) {
    return body.at(pointer).asString("");
  }

  /** The decimal at a JSON pointer, 0 when there is none. */
  public BigDecimal amount(String pointer) {
    String text = text(pointer);
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
