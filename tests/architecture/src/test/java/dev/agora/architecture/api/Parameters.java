package dev.agora.architecture.api;

import static dev.agora.architecture.api.Schemas.ordered;

import com.github.javaparser.ast.body.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operation takes beside its body, and the headers of its answers. */
final class Parameters {

  /** Those that the document's components hold. */
  static final Map<String, Object> SHARED =
      ordered(
          "IdempotencyKey",
          header(
              "Idempotency-Key",
              true,
              "The caller's name for one intent: the same key has one effect and one answer, for 90"
                  + " days. A random UUID will do.",
              ordered("type", "string", "minLength", 1, "maxLength", 255, "pattern", "^[!-~]+$")),
          "IfMatch",
          header(
              "If-Match",
              false,
              "The `ETag` of what is to be changed: nothing is if it has changed since.",
              ordered("type", "string", "pattern", "^[ -~]*$")),
          "Limit",
          query(
              "limit",
              "Items on the page.",
              ordered("type", "integer", "minimum", 1, "maximum", 100, "default", 20)),
          "Cursor",
          query(
              "cursor",
              "Where the page begins: `nextCursor` of the one before.",
              ordered("type", "string", "minLength", 1, "maxLength", 1000)));

  /** The headers that the document's components hold. */
  static final Map<String, Object> HEADERS =
      ordered(
          "X-Request-Id", text("The request's id, as problems name it in `instance`.", "req_4be1"),
          "RateLimit-Policy",
              text("What is counted apart, how many at once, in seconds.", "\"write\";q=200;w=2"),
          "RateLimit",
              text("How many may follow at once, and when all may again.", "\"write\";r=199;t=1"),
          "Retry-After", text("Seconds until it makes sense to ask again.", "1"),
          "Idempotent-Replayed",
              text("`true` where this is the answer to an earlier request.", "true"),
          "ETag", text("The version, for `If-Match`.", "\"3\""));

  private Parameters() {}

  static boolean takesIfMatch(Endpoint endpoint) {
    return endpoint
        .parameters("RequestHeader")
        .anyMatch(parameter -> parameter.getNameAsString().equals("ifMatch"));
  }

  static boolean hasQuery(Endpoint endpoint) {
    return endpoint.takes("PageRequest")
        || endpoint.parameters("RequestParam").findAny().isPresent();
  }

  static List<Object> of(Endpoint endpoint, Schemas schemas, Schemas.Place place) {
    List<Object> parameters = new ArrayList<>();
    endpoint.pathVariables().forEach(name -> parameters.add(path(name)));
    endpoint
        .parameters("RequestParam")
        .forEach(parameter -> parameters.add(query(parameter, schemas, place)));
    if (endpoint.takes("PageRequest")) {
      parameters.add(shared("Limit"));
      parameters.add(shared("Cursor"));
    }
    if (endpoint.takes("IdempotencyKey")) {
      parameters.add(shared("IdempotencyKey"));
    }
    if (takesIfMatch(endpoint)) {
      parameters.add(shared("IfMatch"));
    }
    if (endpoint.path().startsWith("/webhooks/")) {
      parameters.add(
          header(
              "Stripe-Signature",
              true,
              "Stripe's signature of the body.",
              ordered("type", "string", "pattern", "^[ -~]*$")));
    }
    return parameters;
  }

  /** Those of every answer; the document says it of successes only, to stay readable. */
  static Map<String, Object> headersOfSuccess() {
    return ordered(
        "X-Request-Id", headerRef("X-Request-Id"),
        "RateLimit-Policy", headerRef("RateLimit-Policy"),
        "RateLimit", headerRef("RateLimit"));
  }

  static Map<String, Object> headersOfRefusal() {
    Map<String, Object> headers = headersOfSuccess();
    headers.put("Retry-After", headerRef("Retry-After"));
    return headers;
  }

  static Map<String, Object> headerRef(String name) {
    return ordered("$ref", "#/components/headers/" + name);
  }

  private static Map<String, Object> path(String name) {
    return ordered(
        "name",
        name,
        "in",
        "path",
        "required",
        true,
        "schema",
        ordered("type", "string", "pattern", "^[A-Za-z0-9_-]+$", "maxLength", 64));
  }

  private static Map<String, Object> query(
      Parameter parameter, Schemas schemas, Schemas.Place place) {
    return ordered(
        "name",
        parameter.getNameAsString(),
        "in",
        "query",
        "schema",
        schemas.of(parameter.getType(), List.of(), place));
  }

  private static Map<String, Object> query(
      String name, String description, Map<String, Object> schema) {
    return ordered("name", name, "in", "query", "description", description, "schema", schema);
  }

  private static Map<String, Object> header(
      String name, boolean required, String description, Map<String, Object> schema) {
    return ordered(
        "name",
        name,
        "in",
        "header",
        "required",
        required,
        "description",
        description,
        "schema",
        schema);
  }

  private static Map<String, Object> shared(String name) {
    return ordered("$ref", "#/components/parameters/" + name);
  }

  private static Map<String, Object> text(String description, String example) {
    return ordered(
        "description", description, "schema", ordered("type", "string"), "example", example);
  }
}
