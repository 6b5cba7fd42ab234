package dev.agora.architecture.api;

import java.util.Map;

/** Java's regular expressions in the dialect of JSON Schema (ECMA-262), anchored. */
final class Patterns {

  private static final String CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f";
  private static final String TURNS = "\\u202a-\\u202e\\u2066-\\u2069";

  /** Those that the two dialects spell differently. */
  private static final Map<String, String> SPELLED =
      Map.of(
          "[^\\p{Cc}\\p{Cs}]*", "^[^" + CONTROLS + "]*$",
          "\\P{Cntrl}*", "^[^\\u0000-\\u001f\\u007f]*$",
          "\\P{Cntrl}*\\S\\P{Cntrl}*", "^[^\\u0000-\\u001f\\u007f]*\\S[^\\u0000-\\u001f\\u007f]*$",
          "\\s*[\\x21-\\x7E&&[^@]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\s*",
              "^[\\u0021-\\u003f\\u0041-\\u007e]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$",
          "(?s).*\\S.*", "\\S");

  /** What {@code @OneLine} and {@code @ManyLines} of the marketplace say. */
  static final String ONE_LINE = "^[^" + CONTROLS + "\\u2028\\u2029" + TURNS + "]*$";

  static final String MANY_LINES =
      "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f" + TURNS + "]*$";

  private Patterns() {}

  static String ofJava(String pattern) {
    String spelled = SPELLED.get(pattern);
    if (spelled != null) {
      return spelled;
    }
    if (pattern.contains("\\p") || pattern.contains("\\P") || pattern.contains("&&")) {
      throw new AssertionError("say in Patterns how JSON Schema spells " + pattern);
    }
    return "^(" + pattern + ")$";
  }
}
