package dev.agora.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The environment variables that a program binds. */
final class Variables {
  private static final Pattern DOCUMENTED =
      Pattern.compile("`(agora\\.[a-z0-9.-]+)(\\[<[a-z]+>])?`");
  private static final Pattern BOOTS = Pattern.compile("\"name\": ?\"([a-z][a-z0-9.-]+)\"");

  /** Reading the libraries of a program takes a second. */
  private static final Map<String, Set<String>> BOOTS_OF = new ConcurrentHashMap<>();

  private Variables() {}

  /**
   * Whether a variable means something to a module: its settings mention it, a property of ours or
   * of Spring Boot's has that name, or a map of properties begins so.
   */
  static boolean binds(String module, String variable) {
    return Modules.variables(module).contains(variable)
        || ours().contains(variable)
        || maps().stream().anyMatch(variable::startsWith)
        || BOOTS_OF.computeIfAbsent(module, Variables::boots).contains(variable)
        || variable.startsWith("SPRING_MAIL_PROPERTIES_");
  }

  /** The variable of a property, as Spring Boot reads it. */
  static String of(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static Set<String> ours() {
    Set<String> names = new TreeSet<>();
    DOCUMENTED
        .matcher(configurationPage())
        .results()
        .filter(match -> match.group(2) == null)
        .forEach(match -> names.add(of(match.group(1))));
    return names;
  }

  private static Set<String> maps() {
    Set<String> prefixes = new TreeSet<>();
    DOCUMENTED
        .matcher(configurationPage())
        .results()
        .filter(match -> match.group(2) != null)
        .forEach(match -> prefixes.add(of(match.group(1)) + "_"));
    return prefixes;
  }

  private static String configurationPage() {
    return Modules.read(Modules.root().resolve("docs/configuration.md"));
  }

  /** What the libraries in the module's jar describe; the jar has to be there. */
  private static Set<String> boots(String module) {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(Modules.root().resolve(module).resolve("target"))) {
      Path jar =
          files
              .filter(
                  file -> file.getFileName().toString().matches(module + "-[^c]*SNAPSHOT\\.jar"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(module + " is not packaged"));
      try (ZipFile program = new ZipFile(jar.toFile())) {
        program.stream()
            .filter(entry -> entry.getName().matches("BOOT-INF/lib/spring-boot.*\\.jar"))
            .forEach(entry -> names.addAll(described(program, entry)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static Set<String> described(ZipFile program, ZipEntry library) {
    Set<String> names = new TreeSet<>();
    try (InputStream bytes = program.getInputStream(library);
        JarInputStream files = new JarInputStream(bytes)) {
      for (var file = files.getNextJarEntry(); file != null; file = files.getNextJarEntry()) {
        if (file.getName().equals("META-INF/spring-configuration-metadata.json")) {
          BOOTS
              .matcher(new String(files.readAllBytes(), StandardCharsets.UTF_8))
              .results()
              .forEach(match -> names.add(of(match.group(1))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
