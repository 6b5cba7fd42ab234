package dev.agora.architecture.tidy;

import dev.agora.architecture.project.SourceFile;
import java.util.List;

/** A page has one title, and it is the first thing on it. */
final class MarkdownRule implements TidyRule {

  @Override
  public List<String> breaches(SourceFile file) {
    if (!file.isMarkdown()) {
      return List.of();
    }
    boolean code = false;
    int titles = 0;
    for (String line : file.lines()) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (!code && line.startsWith("# ")) {
        titles++;
      }
    }
    return titles == 1 ? List.of() : List.of(file.path() + " has " + titles + " titles, not one");
  }
}
