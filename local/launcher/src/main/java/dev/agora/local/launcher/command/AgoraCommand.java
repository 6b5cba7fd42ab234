package dev.agora.local.launcher.command;

import dev.agora.local.infrastructure.InfrastructureException;
import dev.agora.local.launcher.LauncherException;
import dev.agora.local.launcher.ops.OpsCommand;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ./agora}; the script of this name finds the JDK, builds, and calls this. */
@Command(
    name = "./agora",
    description = "The economy of AI agents on one machine.",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      EnvironmentCommand.class,
      AuditCommand.class,
      OperatorCommand.class,
      OpsCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class AgoraCommand {
  private AgoraCommand() {}

  /** Runs one of the subcommands; the exit code is 0 when it did what was asked. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new AgoraCommand());
    line.setExecutionExceptionHandler(AgoraCommand::explain);
    int code = line.execute(arguments);
    System.exit(code);
  }

  /** Where {@code ./agora} was called. */
  static Path from() {
    return Path.of(System.getProperty("agora.from", "")).toAbsolutePath();
  }

  /** One sentence for what was foreseen; everything for what was not. */
  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult result) {
    boolean foreseen =
        failure instanceof LauncherException
            || failure instanceof InfrastructureException
            || failure instanceof IllegalArgumentException;
    if (foreseen) {
      line.getErr().println(failure.getMessage());
    } else {
      failure.printStackTrace(line.getErr());
    }
    return line.getCommandSpec().exitCodeOnExecutionException();
  }
}
