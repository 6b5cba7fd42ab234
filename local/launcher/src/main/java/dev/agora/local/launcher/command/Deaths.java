package dev.agora.local.launcher.command;

import dev.agora.local.infrastructure.ChildProcess;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import java.util.EnumSet;
import java.util.Set;

/** Tells when a part has ended that nobody asked to. */
final class Deaths {
  private final LocalEconomy economy;
  private final Console console;
  private final Set<Part> told = EnumSet.noneOf(Part.class);

  Deaths(LocalEconomy economy, Console console) {
    this.economy = economy;
    this.console = console;
  }

  void look() {
    for (Part part : Part.values()) {
      ChildProcess process = economy.process(part);
      if (process.isAlive()) {
        told.remove(part);
      } else if (!economy.isStopping() && told.add(part)) {
        console.say(
            "%s ended with code %d; see %s."
                .formatted(part.label(), process.exitCode(), process.log()));
      }
    }
  }
}
