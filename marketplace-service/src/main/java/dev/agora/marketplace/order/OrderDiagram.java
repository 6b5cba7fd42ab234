package dev.agora.marketplace.order;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The order's state machine for people to read, drawn from its one definition. */
final class OrderDiagram {

  private OrderDiagram() {}

  private static final String HEAD =
      """
      # Orders

      Made from `OrderMachine` by `./agora document`: what is not here can not happen. The one definition decides every change and every refusal, and fills
      `nextActions`. How long the clock waits is in [configuration.md](configuration.md), what the money does in [economy.md](economy.md).

      What the table does not name for a state is refused: `not_in_this_state` if nobody may do it then, `not_your_move` if somebody else may. A row can have a
      condition, with a [problem](problems.md) of its own. The clock's rows happen at their moment, to the microsecond, whoever looks and however late.
      """;

  /** docs/orders.md: a Mermaid diagram, and all rows of the machine. */
  static String page() {
    return Stream.of(HEAD.lines().toList(), List.of(""), diagram(), List.of(""), table())
        .flatMap(List::stream)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> diagram() {
    List<String> edges =
        OrderMachine.table().stream()
            .flatMap(
                row -> row.to().stream().filter(to -> to != row.from()).map(to -> edge(row, to)))
            .distinct()
            .sorted()
            .toList();
    List<String> ends =
        Arrays.stream(OrderState.values())
            .filter(OrderDiagram::isEnd)
            .map(state -> "    " + state + " --> [*]")
            .toList();
    return Stream.of(
            List.of("```mermaid", "stateDiagram-v2", "    [*] --> QUOTED: quote (buyer)"),
            edges,
            ends,
            List.of("```"))
        .flatMap(List::stream)
        .toList();
  }

  private static boolean isEnd(OrderState state) {
    return OrderMachine.table().stream()
        .filter(row -> row.from() == state)
        .allMatch(row -> row.to().equals(Set.of(state)));
  }

  private static String edge(Transition<?> row, OrderState to) {
    return "    %s --> %s: %s (%s)".formatted(row.from(), to, name(row.verb()), party(row.by()));
  }

  private static List<String> table() {
    Stream<String> head = Stream.of("| from | what happens | by | leads to |", "|---|---|---|---|");
    Stream<String> rows =
        OrderMachine.table().stream()
            .map(
                row ->
                    "| `%s` | %s | %s | %s |"
                        .formatted(row.from(), name(row.verb()), party(row.by()), states(row)));
    return Stream.concat(head, rows).toList();
  }

  private static String states(Transition<?> row) {
    return row.to().stream()
        .sorted()
        .map(state -> "`" + state + "`")
        .collect(Collectors.joining(" or "));
  }

  private static String name(Verb verb) {
    return verb.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String party(Party party) {
    return party == Party.TIMER ? "the clock" : party.name().toLowerCase(Locale.ROOT);
  }
}
