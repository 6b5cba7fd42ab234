package dev.agora.architecture.api;

import dev.agora.architecture.project.Project;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hand-written half of the document: {@code operations.md}.
 *
 * @param tags what the headings say, in their order
 */
record OperationsTable(Map<String, String> tags, List<Row> rows) {

  /** Where the hand-written files lie. */
  static final String FOLDER = "contracts/src/main/resources/contracts/api/";

  private static final Pattern GROUP = Pattern.compile("\\*(\\w+)\\* stands for `([^`]+)`");
  private static final Pattern ROW = Pattern.compile("\\| ((GET|POST|PUT|PATCH|DELETE) /.*) \\|");

  /**
   * One operation.
   *
   * @param key such as {@code GET /api/v1/me}
   * @param answers such as {@code 200 Page<KeyResponse>}
   * @param problems codes that are its own
   */
  record Row(
      String key,
      String id,
      String summary,
      String tag,
      List<Success> answers,
      List<String> problems) {}

  /**
   * An answer when all goes well.
   *
   * @param type of the body in Java; empty without one
   * @param otherMediaType that it can be had in, too; empty without one
   */
  record Success(String status, String type, String otherMediaType) {

    static Success of(String text) {
      String[] forms = text.strip().split(", ", -1);
      String[] parts = forms[0].split(" ", -1);
      return new Success(
          parts[0], parts.length > 1 ? parts[1] : "", forms.length > 1 ? forms[1] : "");
    }
  }

  static OperationsTable read() {
    Map<String, String> groups = new HashMap<>();
    Map<String, String> tags = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    String tag = "";
    for (String line : file("operations.md").lines().toList()) {
      Matcher group = GROUP.matcher(line);
      Matcher row = ROW.matcher(line);
      if (group.matches()) {
        groups.put("*" + group.group(1) + "*", group.group(2));
      } else if (line.startsWith("## ")) {
        tag = line.substring(3);
      } else if (row.matches()) {
        rows.add(row(row.group(1).split(" *\\| *", -1), tag, groups));
      } else if (!tag.isEmpty() && !line.isEmpty() && !line.startsWith("|")) {
        tags.put(tag, line);
      }
    }
    return new OperationsTable(tags, rows);
  }

  private static Row row(String[] cells, String tag, Map<String, String> groups) {
    return new Row(
        cells[0],
        cells[1],
        cells[2],
        tag,
        Arrays.stream(cells[3].split("; ", -1)).map(Success::of).toList(),
        Stream.of(cells[4].split(" ", -1))
            .flatMap(name -> Stream.of(groups.getOrDefault(name, name).split(" ", -1)))
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /** A hand-written file's text. */
  static String file(String name) {
    return Project.read(Project.root().resolve(FOLDER + name));
  }
}
