package dev.agora.deploy;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One rule of {@code deploy/observability/alerts}.
 *
 * @param severity {@code page} or {@code ticket}
 * @param runbook the page that says what to do, from the root of the project
 */
record Alert(String name, String severity, String runbook) {

  static final Path ROOT = ProjectFolder.find();
  static final Path RULES = ROOT.resolve("deploy/observability/alerts");
  static final Path RULE_TESTS = ROOT.resolve("deploy/observability/alert-tests");

  /** All of them, in the order of the files. */
  static List<Alert> all() {
    return files(RULES).stream()
        .flatMap(file -> list(yaml(file), "groups"))
        .flatMap(group -> list(group, "rules"))
        .map(Alert::of)
        .toList();
  }

  /** The files of a folder by name. */
  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Alert of(Map<?, ?> rule) {
    return new Alert(
        String.valueOf(rule.get("alert")),
        text(rule, "labels", "severity"),
        text(rule, "annotations", "runbook"));
  }

  private static String text(Map<?, ?> rule, String group, String name) {
    return rule.get(group) instanceof Map<?, ?> values ? String.valueOf(values.get(name)) : "";
  }

  private static Map<?, ?> yaml(Path file) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
  }

  private static Stream<Map<?, ?>> list(Map<?, ?> of, String name) {
    return of.get(name) instanceof List<?> items
        ? items.stream().map(item -> (Map<?, ?>) item)
        : Stream.empty();
  }
}
