package dev.agora.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs commands in the project's folder. */
final class Shell {
  private Shell() {}

  /**
   * What a command did.
   *
   * @param exitCode -1 if there is no such command
   * @param output both streams
   */
  record Result(int exitCode, String output) {
    boolean isGood() {
      return exitCode == 0;
    }

    /** The output of a command that has to succeed. */
    String must() {
      if (!isGood()) {
        throw new AssertionError("ended with " + exitCode + ": " + output);
      }
      return output;
    }
  }

  /** Waits for its end; one that takes longer than the minutes is ended. */
  static Result run(Map<String, String> environment, long minutes, List<String> command) {
    try {
      Path output = Files.createTempFile("agora-deploy", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(Modules.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = start(builder);
      if (process == null) {
        return new Result(-1, "no such command: " + command.getFirst());
      }
      boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
      process.destroyForcibly();
      String text = Files.readString(output);
      Files.delete(output);
      return new Result(ended ? process.exitValue() : -2, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException noSuchCommand) {
      return null;
    }
  }
}
