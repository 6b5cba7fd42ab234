package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every row of roles.md: who may do what, and to whose things. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {

  private static final String TABLE = "contracts/src/main/resources/contracts/api/roles.md";
  private static final List<String> TRADE = List.of("market:sell", "market:buy");

  /** What spoils a request before the business sees it. */
  private static final List<Integer> SPOILED = List.of(400, 401, 403, 404, 405, 406, 413, 415);

  private final RoleCast cast;
  private final Door door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final JsonNode document;

  RolesIT(Agora agora) {
    cast = new RoleCast(agora);
    door = new Door(agora.url());
    document = agora.anyone().get("/openapi.json").must(200).body();
  }

  /**
   * A row.
   *
   * @param of whose thing, such as {@code id=agent}
   * @param expected by caller, in the table's order
   */
  record Row(String operation, String of, Map<String, String> expected) {

    @Override
    public String toString() {
      return operation;
    }
  }

  static Stream<Row> rows() throws IOException {
    List<List<String>> lines =
        Files.readString(ProjectFolder.find().resolve(TABLE))
            .lines()
            .filter(line -> line.startsWith("| "))
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .filter(cells -> cells.size() == 13)
            .toList();
    List<String> callers = lines.getFirst();
    return lines.stream().skip(1).map(cells -> row(callers, cells));
  }

  private static Row row(List<String> callers, List<String> cells) {
    Map<String, String> expected = new LinkedHashMap<>();
    for (int column = 3; column < cells.size() - 1; column++) {
      expected.put(callers.get(column), cells.get(column));
    }
    return new Row(cells.get(1), cells.get(2), expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyCallerGetsWhatTheTableSays(Row row) {
    Operation operation = operation(row.operation());
    Request request =
        new Request(
            operation.method(),
            cast.about(pathOf(operation, row.of())),
            cast.about(operation.body()));

    Map<String, Door.Reply> replies = refusals(row, operation, request);
    // What is allowed comes after it, since it may change what the next one finds.
    row.expected()
        .forEach(
            (caller, cell) -> {
              if (cell.equals("ok")) {
                replies.put(caller, request.sendTo(door, bearer(caller, operation)));
              }
            });

    assertThat(replies)
        .as("%s, wanted %s", request, row.expected())
        .isNotEmpty()
        .allSatisfy(
            (caller, reply) ->
                assertThat(fits(reply, row.expected().getOrDefault(caller, "")))
                    .as("%s got %s", caller, reply)
                    .isTrue());
  }

  /** They change nothing, so that all are asked for at once. */
  private Map<String, Door.Reply> refusals(Row row, Operation operation, Request request) {
    Map<String, CompletableFuture<Door.Reply>> asked = new TreeMap<>();
    row.expected()
        .forEach(
            (caller, cell) -> {
              if (!cell.equals("ok") && !cell.equals("-")) {
                String bearer = bearer(caller, operation);
                asked.put(
                    caller,
                    CompletableFuture.supplyAsync(() -> request.sendTo(door, bearer), threads));
              }
            });
    Map<String, Door.Reply> replies = new TreeMap<>();
    asked.forEach((caller, reply) -> replies.put(caller, reply.join()));
    return replies;
  }

  private record Request(String method, String path, String body) {

    Door.Reply sendTo(Door door, String bearer) {
      return door.send(method, path, bearer, body);
    }
  }

  private static boolean fits(Door.Reply reply, String expected) {
    return expected.equals("ok")
        ? reply.status() < 500
            && !SPOILED.contains(reply.status())
            && !reply.code().equals("invalid_request")
        : expected.equals(Integer.toString(reply.status()));
  }

  private String bearer(String caller, Operation operation) {
    return switch (caller) {
      case "anonymous" -> "";
      case "owner" -> cast.owner.api().bearer();
      case "stranger" -> cast.stranger.api().bearer();
      case "agent" -> operation.endsKey() ? cast.keyWithout(List.of()) : cast.agent.key();
      case "foreign" -> operation.endsKey() ? cast.spareForeignKey() : cast.foreign.key();
      case "unscoped" -> cast.keyWithout(operation.scopes().isEmpty() ? TRADE : operation.scopes());
      case "operator" -> cast.staff.operator().api().bearer();
      case "arbiter" -> cast.staff.arbiter().api().bearer();
      case "auditor" -> cast.staff.auditor().api().bearer();
      default -> throw new AssertionError("nobody is called " + caller);
    };
  }

  private record Operation(
      String id, String method, String path, String body, List<String> scopes) {

    /** Whether the key is of no use to later rows. */
    boolean endsKey() {
      return id.equals("revokeCurrentKey");
    }
  }

  private Operation operation(String id) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        if (one.getValue().path("operationId").asString().equals(id)) {
          JsonNode body = one.getValue().at("/requestBody/content/application~1json/example");
          return new Operation(
              id,
              one.getKey().toUpperCase(Locale.ROOT),
              path.getKey(),
              body.isMissingNode() ? "" : body.toString(),
              one.getValue()
                  .at("/security/0/agentKey")
                  .valueStream()
                  .map(JsonNode::asString)
                  .toList());
        }
      }
    }
    throw new AssertionError("the document has no operation " + id);
  }

  private String pathOf(Operation operation, String of) {
    String path = operation.path();
    for (String part : of.isEmpty() ? new String[0] : of.split(" ", -1)) {
      String[] named = part.split("=", -1);
      path =
          named[0].startsWith("?")
              ? path + named[0] + "=" + cast.thing(named[1])
              : path.replace("{" + named[0] + "}", cast.thing(named[1]));
    }
    return path;
  }
}
