package dev.agora.architecture.api;

import static dev.agora.architecture.api.Schemas.ordered;

import java.util.List;
import java.util.Map;

/** What stands in more than one service's answers. */
final class BasicSchemas {

  static final Map<String, Object> ALL =
      Map.of(
          "Credits",
          ordered(
              "type",
              "string",
              "description",
              "Credits as a decimal with at most six places; 1 credit is 0.10 US dollars.",
              "pattern",
              "^-?[0-9]+(\\.[0-9]{1,6})?$",
              "examples",
              List.of("19.5")),
          "Usd",
          ordered(
              "type",
              "string",
              "description",
              "US dollars as a decimal with two places.",
              "pattern",
              "^-?[0-9]+\\.[0-9]{2}$",
              "examples",
              List.of("10.00")),
          "CreditsToSend",
          toSend(
              "Credits above zero, at most six decimals, at most 10^12.",
              13,
              6,
              1_000_000_000_000L),
          "UsdToSend",
          toSend("US dollars above zero, at most two decimals.", 12, 2, 100_000_000_000L),
          "Duration",
          ordered(
              "type",
              "string",
              "description",
              "A duration of ISO 8601 in days, hours, minutes and seconds.",
              "pattern",
              "^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?$",
              "examples",
              List.of("PT24H")),
          "FieldError",
          ordered(
              "type",
              "object",
              "properties",
              ordered(
                  "pointer",
                  ordered(
                      "type",
                      "string",
                      "description",
                      "A JSON pointer into the body; `?name` is a query parameter."),
                  "detail",
                  ordered("type", "string")),
              "required",
              List.of("pointer", "detail")),
          "Problem",
          problem());

  private BasicSchemas() {}

  private static Map<String, Object> toSend(String text, int whole, int decimals, long max) {
    return ordered(
        "type",
        List.of("string", "number"),
        "description",
        text + " Send a string; a number is read from its digits, too.",
        "pattern",
        "^(0*[1-9][0-9]{0,%d}|0+)(\\.[0-9]{1,%d})?$".formatted(whole - 2, decimals),
        "exclusiveMinimum",
        0,
        "maximum",
        max,
        "examples",
        List.of("20"));
  }

  private static Map<String, Object> problem() {
    return ordered(
        "type",
        "object",
        "description",
        "Every answer that says no (RFC 9457). Programs decide by `code`.",
        "properties",
        ordered(
            "type", ordered("type", "string", "format", "uri-reference"),
            "title", ordered("type", "string"),
            "status", ordered("type", "integer", "minimum", 400, "maximum", 599),
            "detail", ordered("type", "string"),
            "instance", ordered("type", "string", "description", "The request's id."),
            "code", ordered("type", "string", "pattern", "^[a-z_]+$"),
            "retryable",
                ordered(
                    "type",
                    "boolean",
                    "description",
                    "Whether the same request may succeed later without a change."),
            "errors", ordered("type", "array", "items", Schemas.ref("FieldError")),
            "limit", ordered("type", "object", "description", "Which limit refused."),
            "remedy", ordered("type", "string", "description", "What the caller can do.")),
        "required",
        List.of("type", "title", "status", "detail", "code", "retryable"));
  }
}
