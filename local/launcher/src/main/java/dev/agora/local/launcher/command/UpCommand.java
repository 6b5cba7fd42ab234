package dev.agora.local.launcher.command;

import dev.agora.local.launcher.AotTraining;
import dev.agora.local.launcher.EconomyFolder;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LauncherException;
import dev.agora.local.launcher.Leftovers;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.PidFile;
import dev.agora.local.launcher.Ports;
import dev.agora.local.launcher.demo.Demo;
import dev.agora.local.launcher.demo.Exercise;
import dev.agora.local.launcher.demo.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, shows what matters, and stops everything when it is interrupted. */
@Command(name = "up", description = "Start everything; Ctrl-C stops it.")
final class UpCommand implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final long BYTES_PER_MEGABYTE = 1024;

  @Option(names = "--fresh", description = "Forget all data first.")
  private boolean fresh;

  @Option(
      names = "--port",
      description = "The gateway's port; all others move with it (default 8080).")
  private int port = Part.GATEWAY.standardPort();

  private final Console console = new Console(System.out);

  @Override
  public void run() {
    EconomyFolder folder = Home.folder();
    clear(folder);
    Ports ports = Home.startingAt(port);
    Preflight.check(folder.root(), ports);
    train();
    PidFile pids = new PidFile(folder.pids());
    pids.add(PidFile.LAUNCHER, ProcessHandle.current());
    long before = System.nanoTime();
    console.say("Starting:");
    try (LocalEconomy economy =
        LocalEconomy.start(
            EconomyOptions.in(folder.root()).at(ports).tell(line -> console.say("  " + line)))) {
      long seconds = Duration.ofNanos(System.nanoTime() - before).toSeconds();
      console.say("All ready after %d s, %.1f GB resident.".formatted(seconds, gigabytes(economy)));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> console.say("Stopping …")));
      welcome(folder.demo(), economy);
      follow(economy);
    }
  }

  private void clear(EconomyFolder folder) {
    PidFile pids = new PidFile(folder.pids());
    pids.running(PidFile.LAUNCHER)
        .ifPresent(
            launcher -> {
              throw new LauncherException(
                  "Agora already runs (process " + launcher.pid() + "); `./agora down` stops it.");
            });
    int ended = Leftovers.end(pids);
    if (ended > 0) {
      console.say("Ended " + ended + " processes that an earlier run had left behind.");
    }
    if (fresh) {
      folder.forget();
    }
  }

  private void train() {
    if (AotTraining.isDue()) {
      console.say("Preparing quick starts, once per build:");
      AotTraining.run(line -> console.say("  " + line), economy -> Exercise.run(economy.gateway()));
    }
  }

  private void welcome(Path demoFile, LocalEconomy economy) {
    Demo demo = new Seed(economy.gateway()).load(demoFile, console);
    console.say("");
    demo.describe(economy).forEach(console::say);
  }

  /** Shows worrying lines until the launcher is told to end. */
  private void follow(LocalEconomy economy) {
    List<LogFollower> followers =
        Arrays.stream(Part.values())
            .map(part -> new LogFollower(part, economy.log(part), LogFollower::isWorrying))
            .toList();
    followers.forEach(follower -> follower.skip(0));
    CountDownLatch forever = new CountDownLatch(1);
    Deaths deaths = new Deaths(economy, console);
    try {
      while (!forever.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        followers.forEach(follower -> follower.poll(console::quote));
        deaths.look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double gigabytes(LocalEconomy economy) {
    long megabytes =
        Arrays.stream(Part.values())
            .mapToLong(part -> ResidentMemory.megabytes(economy.process(part).handle()))
            .sum();
    long launcher = ResidentMemory.megabytes(ProcessHandle.current());
    return (double) Math.max(megabytes, launcher) / BYTES_PER_MEGABYTE;
  }
}
