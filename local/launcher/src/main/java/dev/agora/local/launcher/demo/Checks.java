package dev.agora.local.launcher.demo;

import dev.agora.local.launcher.Progress;
import dev.agora.local.launcher.client.Answer;
import java.math.BigDecimal;

/** Compares what happened with what should, and says both. */
public final class Checks {
  private final Progress progress;
  private int differences;

  public Checks(Progress progress) {
    this.progress = progress;
  }

  void step(String title) {
    progress.say("");
    progress.say(title);
  }

  void note(String line) {
    progress.say("    " + line);
  }

  void amount(String what, String expected, BigDecimal actual) {
    record(what, expected, actual.toPlainString(), new BigDecimal(expected).compareTo(actual) == 0);
  }

  void text(String what, String expected, String actual) {
    record(what, expected, actual, expected.equals(actual));
  }

  void status(String what, int expected, Answer answer) {
    String code = answer.text("/code");
    String actual = answer.status() + (code.isEmpty() ? "" : " " + code);
    record(what, Integer.toString(expected), actual, answer.status() == expected);
  }

  void that(String what, boolean holds) {
    record(what, "true", Boolean.toString(holds), holds);
  }

  /** Something must have been said, whatever its value. */
  void said(String what, String value) {
    record(what, "something", value, !value.isEmpty());
  }

  public int differences() {
    return differences;
  }

  private void record(String what, String expected, String actual, boolean same) {
    if (same) {
      progress.say("  ok  %s: %s".formatted(what, actual));
    } else {
      differences++;
      progress.say("  NOT %s: %s, but it should be %s".formatted(what, actual, expected));
    }
  }
}
