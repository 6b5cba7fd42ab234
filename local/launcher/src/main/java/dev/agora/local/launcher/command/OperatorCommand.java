package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.PidFile;
import dev.agora.local.launcher.Programs;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Appoints one of the first two operators of the running system. */
@Command(name = "operator", description = "Make somebody who has signed up an operator.")
final class OperatorCommand implements Callable<Integer> {
  private static final int IMPOSSIBLE = 1;

  @Parameters(paramLabel = "EMAIL", description = "The address they signed up with.")
  private String email = "";

  private final Console console = new Console(System.out);

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (new PidFile(Home.folder().pids()).running(Part.POSTGRES.label()).isEmpty()) {
      console.say("Agora does not run, and so neither does its database: ./agora up starts it.");
      return IMPOSSIBLE;
    }
    ProcessBuilder operator = new ProcessBuilder(Programs.operator(email)).inheritIO();
    operator.environment().putAll(RunningSystem.environment(Part.ACCOUNTS));
    return operator.start().waitFor();
  }
}
