package dev.agora.deploy;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the modules of the programs that are deployed say of themselves. */
final class Modules {
  private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)(:?)");
  private static final Pattern IMPORT = Pattern.compile("classpath:(agora-[a-z]+\\.yml)");
  private static final Set<String> NOT_DEPLOYED = Set.of("contracts", "bench");
  private static final Path ROOT = ProjectFolder.find();

  private Modules() {}

  /** Each module at the top of the project that is a program. */
  static List<String> deployed() {
    return MODULE
        .matcher(read(ROOT.resolve("pom.xml")))
        .results()
        .map(match -> match.group(1))
        .filter(module -> !NOT_DEPLOYED.contains(module))
        .toList();
  }

  /** Whether there is an application in it already. */
  static boolean hasApplication(String module) {
    return Files.exists(settingsOf(module));
  }

  /** Whether anything in it could be started. */
  static boolean hasMain(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .anyMatch(file -> read(file).contains("static void main("));
    }
  }

  /** The port of its API, which its management port is 1000 above. */
  static int port(String module) {
    Matcher port =
        Pattern.compile("(?m)^(?:server\\.port: |server:\\n  port: )(?:\\$\\{SERVER_PORT:)?(\\d+)")
            .matcher(read(settingsOf(module)));
    if (!port.find()) {
      throw new AssertionError(module + " names no port");
    }
    return Integer.parseInt(port.group(1));
  }

  /** The variables that its settings mention. */
  static Set<String> variables(String module) {
    return placeholders(module).map(match -> match.group(1)).collect(Collectors.toSet());
  }

  /** Those of them without which it does not start. */
  static Set<String> required(String module) {
    return placeholders(module)
        .filter(match -> match.group(2).isEmpty())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<MatchResult> placeholders(String module) {
    String settings = read(settingsOf(module));
    Stream<String> imported =
        IMPORT.matcher(settings).results().map(match -> read(platform(match.group(1))));
    return Stream.concat(Stream.of(settings), imported)
        .flatMap(text -> PLACEHOLDER.matcher(text).results());
  }

  private static Path platform(String file) {
    try (Stream<Path> folders = Files.list(ROOT.resolve("platform"))) {
      Optional<Path> found =
          folders
              .map(folder -> folder.resolve("src/main/resources").resolve(file))
              .filter(Files::exists)
              .findFirst();
      return found.orElseThrow(() -> new AssertionError("no " + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path settingsOf(String module) {
    return ROOT.resolve(module).resolve("src/main/resources/application.yml");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path root() {
    return ROOT;
  }
}
