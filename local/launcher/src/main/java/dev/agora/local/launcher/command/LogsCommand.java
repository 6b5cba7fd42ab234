package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Part;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Follows the merged logs. */
@Command(name = "logs", description = "Follow the log of one part, or of all.")
final class LogsCommand implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final long TAIL_BYTES = 4096;

  @Parameters(arity = "0..1", paramLabel = "part", description = "such as ledger")
  private String part = "";

  private final Console console = new Console(System.out);

  @Override
  public void run() {
    List<Part> parts = part.isEmpty() ? Arrays.asList(Part.values()) : List.of(Part.named(part));
    List<LogFollower> followers =
        parts.stream()
            .map(one -> new LogFollower(one, Home.folder().log(one), line -> true))
            .toList();
    followers.forEach(follower -> follower.skip(TAIL_BYTES));
    CountDownLatch forever = new CountDownLatch(1);
    try {
      do {
        followers.forEach(follower -> follower.poll(console::quote));
      } while (!forever.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
