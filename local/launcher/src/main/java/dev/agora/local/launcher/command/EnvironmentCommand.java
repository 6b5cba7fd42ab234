package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Prints the variables of one part, so that it can be started by hand and join the running system.
 */
@Command(
    name = "env",
    description =
        "Print the environment of one part: `export $(./agora env ledger)` and start its jar by hand.")
final class EnvironmentCommand implements Runnable {
  @Parameters(paramLabel = "part", description = "such as ledger")
  private String part = "";

  private final Console console = new Console(System.out);

  @Override
  public void run() {
    RunningSystem.environment(Part.named(part))
        .forEach((name, value) -> console.say(name + "=" + value));
  }
}
