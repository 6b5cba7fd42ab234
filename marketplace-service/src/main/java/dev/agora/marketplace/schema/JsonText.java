package dev.agora.marketplace.schema;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON that callers send and the market keeps without looking into it, as text. */
public final class JsonText {

  private JsonText() {}

  /** The text of a member; null if the caller left it out or sent {@code null}. */
  public static @Nullable String of(@Nullable JsonNode json) {
    return json == null || json.isNull() ? null : json.toString();
  }

  /**
   * Whether the database and other readers can keep it: no character NUL, no half of a surrogate
   * pair, no number beyond what is finite.
   */
  static boolean isKeepable(JsonNode json) {
    if (json.isString()) {
      return isKeepable(json.asString());
    }
    if (json.isNumber()) {
      return Double.isFinite(json.asDouble());
    }
    return json.propertyNames().stream().allMatch(JsonText::isKeepable)
        && json.valueStream().allMatch(JsonText::isKeepable);
  }

  private static boolean isKeepable(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }
}
