package dev.agora.architecture.tidy;

import dev.agora.architecture.project.Project;
import java.util.Map;
import java.util.stream.Collectors;

/** The named exceptions to {@link LengthRule}, as ratchet.txt lists them. */
final class Ratchet {

  private static final String FILE = "tests/architecture/src/test/resources/ratchet.txt";

  private Ratchet() {}

  static Map<String, Integer> read() {
    return parse(Project.read(Project.root().resolve(FILE)));
  }

  static Map<String, Integer> parse(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.strip().split("\\s+", 3))
        .collect(Collectors.toMap(words -> words[0], words -> Integer.parseInt(words[1])));
  }
}
