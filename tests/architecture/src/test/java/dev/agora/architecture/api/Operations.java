package dev.agora.architecture.api;

import static dev.agora.architecture.api.Schemas.ordered;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.body.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document's paths: rows of the table and controllers put together. */
final class Operations {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final OperationsTable table;
  private final Map<String, Endpoint> endpoints;
  private final Schemas schemas;
  private final Refusals refusals;
  private final Samples samples;
  private final JsonNode bodies = JSON.readTree(OperationsTable.file("bodies.json"));
  private final JsonNode links = JSON.readTree(OperationsTable.file("links.json"));

  Operations(
      OperationsTable table, Map<String, Endpoint> endpoints, Schemas schemas, Refusals refusals) {
    this.table = table;
    this.endpoints = endpoints;
    this.schemas = schemas;
    this.refusals = refusals;
    this.samples = new Samples(schemas.components());
  }

  Map<String, Object> paths() {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (OperationsTable.Row row : table.rows()) {
      Endpoint endpoint = endpoints.get(row.key());
      if (endpoint == null) {
        throw new AssertionError("no controller serves " + row.key());
      }
      paths
          .computeIfAbsent(endpoint.path(), _ -> new LinkedHashMap<>())
          .put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint, row));
    }
    return new LinkedHashMap<>(paths);
  }

  private Map<String, Object> operation(Endpoint endpoint, OperationsTable.Row row) {
    Map<String, Object> operation =
        ordered("operationId", row.id(), "summary", row.summary(), "tags", List.of(row.tag()));
    operation.put("security", security(endpoint));
    List<Object> parameters = Parameters.of(endpoint, schemas, place(endpoint, true));
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    body(endpoint, row).ifPresent(body -> operation.put("requestBody", body));
    Map<String, Object> answers = new TreeMap<>();
    row.answers().forEach(it -> answers.put(it.status(), success(endpoint, row, it)));
    answers.putAll(refusals.of(endpoint, row));
    if (Parameters.hasQuery(endpoint)) {
      answers.put("414", ordered("$ref", "#/components/responses/AddressTooLong"));
    }
    operation.put("responses", answers);
    return operation;
  }

  private static Schemas.Place place(Endpoint endpoint, boolean sent) {
    return new Schemas.Place(endpoint.service(), endpoint.types(), endpoint.controller(), sent);
  }

  /** One way in suffices; the empty one is that of callers without a credential. */
  private static List<Object> security(Endpoint endpoint) {
    List<Object> ways = new ArrayList<>();
    List<String> roles = endpoint.roles();
    if (roles.contains("AGENT")) {
      ways.add(ordered("agentKey", endpoint.scopes()));
    }
    List<String> people =
        roles.stream()
            .filter(role -> List.of("HUMAN", "OPERATOR", "ARBITER", "AUDITOR").contains(role))
            .toList();
    if (!people.isEmpty()) {
      ways.add(ordered("session", people.contains("HUMAN") ? List.of() : people));
    }
    if (roles.contains("ANONYMOUS")) {
      ways.add(Map.of());
    }
    return ways;
  }

  private Optional<Map<String, Object>> body(Endpoint endpoint, OperationsTable.Row row) {
    if (endpoint.path().startsWith("/webhooks/")) {
      return Optional.of(
          ordered(
              "required",
              true,
              "content",
              ordered("application/json", ordered("schema", ordered("type", "object")))));
    }
    return endpoint.body().map(parameter -> body(endpoint, row, parameter));
  }

  private Map<String, Object> body(Endpoint endpoint, OperationsTable.Row row, Parameter body) {
    boolean optional =
        body.getAnnotationByName("RequestBody")
            .flatMap(it -> Endpoint.member(it, "required"))
            .isPresent();
    Map<String, Object> content =
        ordered("schema", schemas.of(body.getType(), List.of(), place(endpoint, true)));
    JsonNode example = bodies.path(row.id());
    if (example.isMissingNode()) {
      throw new AssertionError("bodies.json has no example of " + row.id());
    }
    content.put("example", JSON.treeToValue(example, Object.class));
    return ordered("required", !optional, "content", ordered("application/json", content));
  }

  private Map<String, Object> success(
      Endpoint endpoint, OperationsTable.Row row, OperationsTable.Success success) {
    Map<String, Object> headers = Parameters.headersOfSuccess();
    if (endpoint.takes("IdempotencyKey")) {
      headers.put("Idempotent-Replayed", Parameters.headerRef("Idempotent-Replayed"));
    }
    if (Parameters.takesIfMatch(endpoint)) {
      headers.put("ETag", Parameters.headerRef("ETag"));
    }
    Map<String, Object> answer = ordered("description", row.summary() + ".", "headers", headers);
    if (!success.type().isEmpty()) {
      Map<String, Object> schema =
          schemas.of(StaticJavaParser.parseType(success.type()), List.of(), place(endpoint, false));
      Map<String, Object> content =
          ordered("application/json", ordered("schema", schema, "example", samples.of(schema)));
      if (!success.otherMediaType().isEmpty()) {
        content.put(success.otherMediaType(), ordered("schema", ordered("type", "string")));
      }
      answer.put("content", content);
    }
    linksOf(row).ifPresent(it -> answer.put("links", it));
    return answer;
  }

  /** To every operation on the path of what was made. */
  private Optional<Map<String, Object>> linksOf(OperationsTable.Row row) {
    JsonNode link = links.path(row.id());
    if (link.isMissingNode()) {
      return Optional.empty();
    }
    String path = link.path("path").asString();
    Map<String, Object> all = new LinkedHashMap<>();
    table.rows().stream()
        .filter(other -> other.key().substring(other.key().indexOf(' ') + 1).startsWith(path))
        .forEach(
            other ->
                all.put(
                    other.id(),
                    ordered(
                        "operationId",
                        other.id(),
                        "parameters",
                        ordered("id", "$response.body#" + link.path("id").asString()))));
    return Optional.of(all);
  }
}
