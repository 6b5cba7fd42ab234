package dev.agora.local.launcher.ops;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An answer for people: lists as tables, things as lines, without what is empty. */
final class Plain {

  private static final int CELL_MAX = 60;

  private final PrintWriter out;

  Plain(PrintWriter out) {
    this.out = out;
  }

  void show(JsonNode answer) {
    JsonNode items = answer.path("items");
    if (!items.isArray()) {
      lines("", answer);
    } else if (items.isEmpty()) {
      out.println("Nothing.");
    } else {
      table(items);
      if (answer.hasNonNull("nextCursor")) {
        out.println("… more: --cursor " + answer.path("nextCursor").asString());
      }
    }
  }

  private void table(JsonNode items) {
    Set<String> names = new LinkedHashSet<>();
    items.forEach(
        item ->
            item.properties().stream()
                .filter(field -> !text(field.getValue()).isEmpty())
                .forEach(field -> names.add(field.getKey())));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.copyOf(names));
    items.forEach(item -> rows.add(names.stream().map(name -> cell(item.path(name))).toList()));
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(("%-" + Math.max(1, widths.get(column)) + "s  ").formatted(row.get(column)));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private void lines(String indent, JsonNode thing) {
    for (Map.Entry<String, JsonNode> field : thing.properties()) {
      JsonNode value = field.getValue();
      if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
        out.println(indent + field.getKey() + ":");
        table(value);
      } else if (value.isObject() && !value.isEmpty()) {
        out.println(indent + field.getKey() + ":");
        lines(indent + "  ", value);
      } else if (!text(value).isEmpty()) {
        out.println(indent + field.getKey() + ": " + text(value));
      }
    }
  }

  private static String cell(JsonNode value) {
    String text = text(value).replace('\n', ' ');
    return text.length() <= CELL_MAX ? text : text.substring(0, CELL_MAX - 1) + "…";
  }

  /** What strangers wrote must not steer the terminal. */
  private static String text(JsonNode value) {
    String text =
        value.isNull() || value.isMissingNode()
            ? ""
            : value.isValueNode() ? value.asString("") : value.toString();
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?");
  }
}
