package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Progress;
import java.io.PrintStream;

/** What the person at the terminal sees. */
final class Console implements Progress {
  private static final int LABEL_WIDTH = 11;

  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A part's own words. */
  void quote(Part part, String line) {
    say(("%-" + LABEL_WIDTH + "s | ").formatted(part.label()) + line);
  }
}
