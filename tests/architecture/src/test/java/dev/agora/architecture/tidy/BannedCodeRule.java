package dev.agora.architecture.tidy;

import dev.agora.architecture.project.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Calls and annotations that have a better replacement, which the breach names. */
final class BannedCodeRule implements TidyRule {

  private static final Map<Pattern, String> REPLACEMENTS = new LinkedHashMap<>();

  static {
    ban("@Dis" + "abled\\b", "fix the test or delete it");
    ban("\\bThread\\s*\\.\\s*sle" + "ep\\s*\\(", "wait for the condition (Awaitility, a latch)");
    ban("\\bcatch\\s*\\(\\s*(final\\s+)?(Exception|Throwable)\\b", "catch what can be handled");
    ban("\\bimport\\s+(static\\s+)?org\\.mock" + "ito\\b", "write a fake with a contract test");
    ban("\\bimport\\s+(static\\s+)?lom" + "bok\\b", "write a record");
    ban("\\.printStack" + "Trace\\(\\)", "log one event, or let it rise");
    ban("@auth" + "or\\b", "git knows who");
    ban("@Suppress" + "Warnings\\(\"all\"\\)", "suppress the one check, and say why");
  }

  private static void ban(String pattern, String replacement) {
    REPLACEMENTS.put(Pattern.compile(pattern), replacement);
  }

  @Override
  public List<String> breaches(SourceFile file) {
    List<String> breaches = new ArrayList<>();
    if (file.isJava()) {
      REPLACEMENTS.forEach(
          (pattern, replacement) ->
              pattern
                  .matcher(file.text())
                  .results()
                  .forEach(
                      found ->
                          breaches.add(
                              "%s:%d has %s: %s"
                                  .formatted(
                                      file.path(),
                                      lineOf(file.text(), found.start()),
                                      found.group(),
                                      replacement))));
    }
    return breaches;
  }

  private static long lineOf(String text, int offset) {
    return text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }
}
