package dev.agora.bench.report;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * docs/benchmarks.md: a section per benchmark, each with the machine and the day of its last run.
 */
public final class Report {
  private static final String TITLE =
      """
      # Benchmarks

      Written by `./agora bench`. Machines differ and are noisy: compare within one run, not across machines.
      """;

  private Report() {}

  /** Replaces the section of that name; others stay. */
  public static void write(String name, List<String> lines) throws IOException {
    Path file = ProjectFolder.find().resolve("docs/benchmarks.md");
    Map<String, List<String>> sections = read(file);
    List<String> section = new ArrayList<>();
    section.add("");
    section.add(machine());
    section.add("");
    section.addAll(lines);
    sections.put("## " + name, section);
    StringBuilder text = new StringBuilder(TITLE);
    sections.forEach(
        (heading, body) ->
            text.append('\n')
                .append(heading)
                .append('\n')
                .append(String.join("\n", body).stripTrailing())
                .append('\n'));
    Files.writeString(file, text);
  }

  private static Map<String, List<String>> read(Path file) throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      if (line.startsWith("## ")) {
        current = new ArrayList<>();
        sections.put(line, current);
      } else {
        current.add(line);
      }
    }
    return sections;
  }

  private static String machine() throws IOException {
    return "%s: %d cores (%s, load %.1f at the end), %s, PostgreSQL 18.6 (fsync and synchronous_commit on), Kafka 4.2.1 (one node), Java %s."
        .formatted(
            LocalDate.now(Clock.systemUTC()),
            Runtime.getRuntime().availableProcessors(),
            line("/proc/cpuinfo", "model name"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            System.getProperty("os.name"),
            System.getProperty("java.version"));
  }

  private static String line(String file, String key) throws IOException {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      return "unknown processor";
    }
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown processor");
    }
  }
}
