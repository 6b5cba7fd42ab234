package dev.agora.architecture.tidy;

import dev.agora.architecture.project.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** No two modules hold the same file, but for its package and imports. */
final class TwinRule {

  /** What is shorter says too little to be a copy. */
  private static final int LINES_MIN = 12;

  private TwinRule() {}

  static List<String> breaches(List<SourceFile> files) {
    Map<String, SourceFile> seen = new HashMap<>();
    List<String> breaches = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.module().isEmpty() || file.lines().size() < LINES_MIN || file.isPackageInfo()) {
        continue;
      }
      SourceFile twin = seen.putIfAbsent(essence(file), file);
      if (twin != null && !twin.module().equals(file.module())) {
        breaches.add(file.path() + " is a copy of " + twin.path());
      }
    }
    return breaches;
  }

  private static String essence(SourceFile file) {
    return file.lines().stream()
        .filter(line -> !line.startsWith("package ") && !line.startsWith("import "))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
