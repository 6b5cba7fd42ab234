package dev.agora.endtoend;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the alerts and dashboards of {@code deploy/observability} ask Prometheus for. */
final class Expressions {

  private static final Path FOLDER = ProjectFolder.find().resolve("deploy/observability");
  private static final Pattern RULE = Pattern.compile("expr: \\|-\\n\\s+(.+)\\n");
  private static final Pattern LABELS =
      Pattern.compile(
          "\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
  private static final Pattern NAME = Pattern.compile("\\b([a-z_][a-z0-9_]*)\\b(?!\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "bool", "offset");

  /** Made by Prometheus itself, not by what it scrapes. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  private Expressions() {}

  /** The names of metrics, each with the files that use it. */
  static Map<String, Set<String>> metrics() {
    Map<String, Set<String>> metrics = new TreeMap<>();
    files("alerts")
        .forEach(
            file ->
                RULE.matcher(text(file))
                    .results()
                    .forEach(rule -> add(metrics, rule.group(1), file)));
    files("dashboards")
        .forEach(
            file ->
                JsonMapper.shared()
                    .readTree(text(file))
                    .findValues("expr")
                    .forEach(expression -> add(metrics, expression.asString(), file)));
    metrics.keySet().removeAll(OF_PROMETHEUS);
    return metrics;
  }

  /** The dashboards, by file name. */
  static Map<String, JsonNode> dashboards() {
    Map<String, JsonNode> dashboards = new TreeMap<>();
    files("dashboards")
        .forEach(
            file ->
                dashboards.put(
                    file.getFileName().toString(), JsonMapper.shared().readTree(text(file))));
    return dashboards;
  }

  private static void add(Map<String, Set<String>> metrics, String expression, Path file) {
    Matcher name = NAME.matcher(LABELS.matcher(expression).replaceAll(" "));
    while (name.find()) {
      if (!WORDS.contains(name.group(1))) {
        metrics
            .computeIfAbsent(name.group(1), _ -> new TreeSet<>())
            .add(file.getFileName().toString());
      }
    }
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
