package dev.agora.http.problem;

import java.util.List;
import tools.jackson.core.JacksonException;

/** Names a place in a JSON body, by RFC 6901. */
final class JsonPointers {

  private JsonPointers() {}

  static String of(List<JacksonException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : path) {
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escape(name));
    }
    return pointer.toString();
  }

  /** From the path that bean validation gives: {@code transfers[0].amount}. */
  static String ofBeanPath(String path) {
    StringBuilder pointer = new StringBuilder();
    for (String step : path.split("[.\\[]", -1)) {
      if (!step.isEmpty()) {
        pointer.append('/').append(escape(step.endsWith("]") ? withoutLast(step) : step));
      }
    }
    return pointer.toString();
  }

  private static String withoutLast(String text) {
    return text.substring(0, text.length() - 1);
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
