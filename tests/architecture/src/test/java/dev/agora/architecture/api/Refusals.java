package dev.agora.architecture.api;

import static dev.agora.architecture.api.Schemas.ordered;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How an operation says no: what follows from its signature, and what is its own. */
final class Refusals {

  /** Those that many operations share word for word, by status. */
  private static final Map<Integer, Set<String>> SHARED =
      Map.of(
          401,
              Set.of(
                  "authentication_required",
                  "invalid_token",
                  "invalid_credential",
                  "expired_credential",
                  "revoked_credential"),
          406, Set.of("not_acceptable"),
          408, Set.of("request_timeout"),
          413, Set.of("body_too_large"),
          415, Set.of("unsupported_media_type"),
          429, Set.of("too_many_requests"),
          500, Set.of("internal_error"),
          503, Set.of("temporarily_unavailable", "outcome_unknown"));

  private final Map<String, Codes.Code> codes = Codes.byName();

  /** The answers of an operation, by status. */
  SortedMap<String, Object> of(Endpoint endpoint, OperationsTable.Row row) {
    Map<Integer, List<Codes.Code>> byStatus =
        namesOf(endpoint, row).stream()
            .map(this::known)
            .collect(Collectors.groupingBy(Codes.Code::status, TreeMap::new, Collectors.toList()));
    SortedMap<String, Object> answers = new TreeMap<>();
    byStatus.forEach((status, some) -> answers.put(status.toString(), answer(status, some)));
    return answers;
  }

  /** The shared ones, for the document's components. */
  Map<String, Object> shared() {
    Map<String, Object> answers = new TreeMap<>();
    answers.put(
        "AddressTooLong",
        ordered("description", "The address is longer than 4 KiB; this answer has no body."));
    SHARED.forEach(
        (status, names) ->
            answers.put(
                "Problem" + status,
                full(status, names.stream().sorted().map(this::known).toList())));
    return answers;
  }

  private Codes.Code known(String name) {
    Codes.Code code = codes.get(name);
    if (code == null) {
      throw new AssertionError("operations.md names a code that no enum has: " + name);
    }
    return code;
  }

  private static Set<String> namesOf(Endpoint endpoint, OperationsTable.Row row) {
    Set<String> names = new LinkedHashSet<>(List.of("malformed_request"));
    boolean webhook = endpoint.path().startsWith("/webhooks/");
    if (!webhook) {
      addAdmission(endpoint, names);
    }
    if (!endpoint.method().equals("GET")) {
      // Where no body is taken, one with fields is refused.
      names.addAll(
          List.of("body_too_large", "request_timeout", "malformed_body", "invalid_request"));
    }
    if (endpoint.body().isPresent()) {
      names.add("unsupported_media_type");
    }
    if (endpoint.takes("IdempotencyKey")) {
      names.addAll(
          List.of(
              "idempotency_key_required",
              "idempotency_key_invalid",
              "malformed_body",
              "idempotency_in_flight",
              "idempotency_key_reused"));
    }
    if (endpoint.takes("PageRequest")) {
      names.add("invalid_cursor");
    }
    if (Parameters.hasQuery(endpoint)) {
      names.add("invalid_request");
    }
    if (Parameters.takesIfMatch(endpoint)) {
      names.add("stale_version");
    }
    if (!endpoint.pathVariables().isEmpty()) {
      names.add("no_such_route");
    }
    names.addAll(row.problems());
    addWhatMayHappenToAll(row, names);
    return names;
  }

  private static void addAdmission(Endpoint endpoint, Set<String> names) {
    // Sorted: sets have another order each time, and the first one becomes the example.
    SHARED.getOrDefault(401, Set.of()).stream().sorted().forEach(names::add);
    List<String> roles = endpoint.roles();
    if (roles.contains("ANONYMOUS")) {
      names.remove("authentication_required");
    }
    names.add("address_not_allowed");
    if (!roles.containsAll(List.of("AGENT", "HUMAN"))) {
      names.add("not_allowed");
    }
    if (endpoint.isFresh()) {
      names.add("step_up_required");
    }
    if (!endpoint.scopes().isEmpty()) {
      names.add("scope_missing");
    }
  }

  private static void addWhatMayHappenToAll(OperationsTable.Row row, Set<String> names) {
    if (row.answers().stream().anyMatch(answer -> !answer.type().isEmpty())) {
      names.add("not_acceptable");
    }
    names.addAll(
        List.of(
            "too_many_requests", "internal_error", "temporarily_unavailable", "outcome_unknown"));
  }

  private static Map<String, Object> answer(int status, List<Codes.Code> some) {
    Set<String> names = some.stream().map(Codes.Code::name).collect(Collectors.toSet());
    return names.equals(SHARED.get(status))
        ? ordered("$ref", "#/components/responses/Problem" + status)
        : full(status, some);
  }

  private static Map<String, Object> full(int status, List<Codes.Code> some) {
    List<String> names = some.stream().map(Codes.Code::name).distinct().sorted().toList();
    String description =
        some.stream()
            .map(code -> "`" + code.name() + "`: " + code.title())
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n\n"));
    List<Object> schema = new ArrayList<>();
    schema.add(Schemas.ref("Problem"));
    schema.add(
        ordered(
            "properties",
            ordered("status", ordered("const", status), "code", ordered("enum", names))));
    Map<String, Object> answer = ordered("description", description);
    if (status == 429 || status == 503) {
      answer.put("headers", Parameters.headersOfRefusal());
    }
    answer.put(
        "content",
        ordered(
            "application/problem+json",
            ordered("schema", ordered("allOf", schema), "example", example(some.getFirst()))));
    return answer;
  }

  private static Map<String, Object> example(Codes.Code code) {
    return ordered(
        "type", "/docs/problems#" + code.name(),
        "title", code.title(),
        "status", code.status(),
        "detail", "A sentence about this very request.",
        "instance", "req_4be1",
        "code", code.name(),
        "retryable", code.retryable());
  }
}
