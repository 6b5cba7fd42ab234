package dev.agora.architecture.tidy;

import dev.agora.architecture.project.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A package says in one sentence what it is for, and is null-marked. */
final class PackageInfoRule implements TidyRule {

  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  @Override
  public List<String> breaches(SourceFile file) {
    List<String> breaches = new ArrayList<>();
    if (file.isPackageInfo()) {
      if (!file.text().contains("@NullMarked")) {
        breaches.add(file.path() + " is not @NullMarked");
      }
      Matcher javadoc = JAVADOC.matcher(file.text());
      if (!javadoc.find() || !isOneSentence(javadoc.group(1))) {
        breaches.add(file.path() + " does not say in one sentence what the package is for");
      }
    }
    return breaches;
  }

  private static boolean isOneSentence(String javadoc) {
    String text = javadoc.replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
    // A full stop inside of a name or an abbreviation has no space behind it.
    return text.endsWith(".") && !text.matches(".*[.!?] [A-Z].*") && !text.contains("<p>");
  }
}
