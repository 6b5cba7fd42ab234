package dev.agora.architecture.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No operation without a row that says who may, and none that says other than the controller. */
class RolesTableTest {

  private static final Pattern ROW = Pattern.compile("\\| [a-z]\\w+ +\\|.*\\|");

  /** The callers in the table's order, and the role that each has alone. */
  private static final List<String> ROLES =
      List.of(
          "ANONYMOUS",
          "HUMAN",
          "HUMAN",
          "AGENT",
          "AGENT",
          "AGENT",
          "OPERATOR",
          "ARBITER",
          "AUDITOR");

  private static final int UNSCOPED = 5;

  private static final Map<String, List<String>> ROWS =
      OperationsTable.file("roles.md")
          .lines()
          .filter(line -> ROW.matcher(line).matches())
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .filter(cells -> cells.size() == ROLES.size() + 4)
          .filter(cells -> !cells.get(1).equals("operation"))
          .collect(Collectors.toMap(cells -> cells.get(1), cells -> cells.subList(3, 12)));

  private static final Map<String, OperationsTable.Row> OPERATIONS =
      OperationsTable.read().rows().stream()
          .collect(Collectors.toMap(OperationsTable.Row::id, Function.identity()));

  @Test
  void every_operation_has_a_row() {
    assertThat(ROWS.keySet()).isEqualTo(OPERATIONS.keySet());
  }

  @Test
  void a_role_that_the_controller_does_not_admit_is_refused_in_the_table() {
    Map<String, Endpoint> endpoints = Endpoints.read();
    ROWS.forEach(
        (id, cells) -> {
          OperationsTable.Row row = Objects.requireNonNull(OPERATIONS.get(id), id);
          Endpoint endpoint = Objects.requireNonNull(endpoints.get(row.key()), id);
          if (!endpoint.path().startsWith("/webhooks/")) {
            for (int caller = 0; caller < ROLES.size(); caller++) {
              assertThat(isRefusal(cells.get(caller)))
                  .as("%s, caller %d", id, caller)
                  .isEqualTo(!admits(endpoint, row, caller));
            }
          }
        });
  }

  /** By role or scope; 404 is about whose thing it is, and {@code -} about no scope. */
  private static boolean isRefusal(String cell) {
    return cell.equals("401") || cell.equals("403");
  }

  private static boolean admits(Endpoint endpoint, OperationsTable.Row row, int caller) {
    List<String> roles = endpoint.roles();
    String role = ROLES.get(caller);
    boolean human = !List.of("ANONYMOUS", "AGENT").contains(role) && roles.contains("HUMAN");
    if (caller == UNSCOPED) {
      return endpoint.scopes().isEmpty() && !row.problems().contains("scope_missing");
    }
    return human || roles.contains(role);
  }
}
