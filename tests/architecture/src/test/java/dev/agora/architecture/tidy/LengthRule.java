package dev.agora.architecture.tidy;

import dev.agora.architecture.project.ParsedJava;
import dev.agora.architecture.project.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files fit a reader's patience, methods a screen. */
final class LengthRule implements TidyRule {

  static final int FILE_MAX = 300;
  static final int METHOD_MAX = 40;

  private final Map<String, Integer> exceptions;

  /**
   * With named exceptions.
   *
   * @param exceptions lines that {@code path} or {@code path#method} may have
   */
  LengthRule(Map<String, Integer> exceptions) {
    this.exceptions = exceptions;
  }

  @Override
  public List<String> breaches(SourceFile file) {
    List<String> breaches = new ArrayList<>();
    if (file.isJava()) {
      int lines = file.lines().size();
      if (lines > exceptions.getOrDefault(file.path(), FILE_MAX)) {
        breaches.add(file.path() + " has " + lines + " lines, more than " + FILE_MAX);
      }
      for (ParsedJava.Method method : ParsedJava.methods(file)) {
        String name = file.path() + "#" + method.name();
        if (method.lines() > exceptions.getOrDefault(name, METHOD_MAX)) {
          breaches.add(name + " has " + method.lines() + " lines, more than " + METHOD_MAX);
        }
      }
    }
    return breaches;
  }
}
