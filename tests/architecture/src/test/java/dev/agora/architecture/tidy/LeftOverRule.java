package dev.agora.architecture.tidy;

import dev.agora.architecture.project.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is unfinished is finished before it is committed. */
final class LeftOverRule implements TidyRule {

  /** Put together, so that this file keeps to its own rule. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  private static final Pattern TRAILING_SPACE = Pattern.compile("\\S[ \\t]+$");

  @Override
  public List<String> breaches(SourceFile file) {
    List<String> breaches = new ArrayList<>();
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (UNFINISHED.matcher(line).find()) {
        breaches.add(file.path() + ":" + number + " is unfinished");
      }
      if (!file.isMarkdown() && TRAILING_SPACE.matcher(line).find()) {
        breaches.add(file.path() + ":" + number + " ends in a space");
      }
    }
    return breaches;
  }
}
