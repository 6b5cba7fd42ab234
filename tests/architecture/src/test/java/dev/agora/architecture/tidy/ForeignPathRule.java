package dev.agora.architecture.tidy;

import dev.agora.architecture.project.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Nothing points at one machine, nor at where one machine gets its packages. */
final class ForeignPathRule implements TidyRule {

  /** Put together, so that this file keeps to its own rule. */
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.$}])/(wo" + "rk|usr/lib/j" + "vm|ro" + "ot|ho" + "me)/[\\w.]");

  private static final Pattern REGISTRY =
      Pattern.compile(
          "https?://[\\w.-]*(ne" + "xus|artifact" + "ory|mir" + "ror|pro" + "xy)[\\w.-]*[:/]");

  @Override
  public List<String> breaches(SourceFile file) {
    List<String> breaches = new ArrayList<>();
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (MACHINE.matcher(line).find()) {
        breaches.add(file.path() + ":" + number + " names a folder of one machine");
      }
      if (REGISTRY.matcher(line).find()) {
        breaches.add(file.path() + ":" + number + " names a registry");
      }
    }
    return breaches;
  }
}
