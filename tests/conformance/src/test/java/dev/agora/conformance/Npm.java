package dev.agora.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder with Stripe's TypeScript types of the API version that stripe-java speaks. */
record Npm(Path folder) {

  private static final List<String> PACKAGES = List.of("stripe@22.4.0", "typescript@5.9.3");
  private static final long INSTALL_SECONDS = 120;
  private static final long COMPILE_SECONDS = 120;

  /**
   * What came of a command.
   *
   * @param status 0 if all went well; -1 if there is no such program or it took too long
   */
  record Result(int status, String said) {}

  /** Fetches the packages; the result says why it can not. */
  Result install() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"));
    command.addAll(PACKAGES);
    return run(command, INSTALL_SECONDS);
  }

  /** Checks a module against the types. */
  Result check(String module) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("traffic.ts"), module);
    return run(
        List.of(
            "node",
            "node_modules/typescript/bin/tsc",
            "--noEmit",
            "--strict",
            "--skipLibCheck",
            "--target",
            "es2022",
            "--module",
            "nodenext",
            "traffic.ts"),
        COMPILE_SECONDS);
  }

  private Result run(List<String> command, long seconds) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException absent) {
      return new Result(-1, String.valueOf(absent.getMessage()));
    }
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Result(-1, command.getFirst() + " took more than " + seconds + " s");
    }
    return new Result(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }
}
