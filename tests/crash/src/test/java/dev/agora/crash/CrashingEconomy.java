package dev.agora.crash;

import dev.agora.local.infrastructure.ChildProcess;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one economy that all crash tests of this JVM kill and start again. */
final class CrashingEconomy {

  /** How long a process may take to reach the place where it halts. */
  private static final Duration DEATH = Duration.ofSeconds(60);

  /** Those that can be armed. */
  private static final List<Part> MORTALS =
      List.of(Part.LEDGER, Part.BILLING, Part.PAYOUT, Part.MARKETPLACE);

  /** Where files name the places at which parts halt. */
  private static final Path FOLDER = folder();

  private static @Nullable LocalEconomy running;

  private CrashingEconomy() {}

  /** Starts it at the first need; it stops when the JVM ends. */
  static synchronized LocalEconomy running() {
    if (running == null) {
      EconomyOptions options = EconomyOptions.in(folder());
      for (Part part : MORTALS) {
        options = options.with(part, "AGORA_FAILPOINT", "@" + place(part));
      }
      running = LocalEconomy.start(options);
    }
    return running;
  }

  /** The economy with whatever a failed test has left down started again. */
  static LocalEconomy everybodyUp() {
    LocalEconomy economy = running();
    MORTALS.forEach(CrashingEconomy::disarm);
    Arrays.stream(Part.values())
        .filter(part -> !economy.process(part).isAlive())
        .forEach(economy::start);
    return economy;
  }

  /** Lets a part halt, as {@code kill -9} would, when it next passes a place in its code. */
  static void arm(Part part, String failPoint) {
    try {
      // A whole name or none: the part may read at any moment.
      Path written = Files.writeString(FOLDER.resolve("place"), failPoint);
      Files.move(written, place(part), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until an armed part has halted, and starts it again.
   *
   * @throws IllegalStateException if it never came to the place: then nothing was tried
   */
  static void reviveAfterDeath(Part part) {
    awaitDeath(part);
    running().start(part);
  }

  /**
   * Waits until an armed part has halted.
   *
   * @throws IllegalStateException if it never came to the place: then nothing was tried
   */
  static void awaitDeath(Part part) {
    ChildProcess process = running().process(part);
    if (!process.awaitExit(DEATH)) {
      throw new IllegalStateException(part.label() + " never passed its fail-point");
    }
  }

  private static void disarm(Part part) {
    try {
      Files.deleteIfExists(place(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Part part) {
    return FOLDER.resolve(part.label());
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("agora-crash");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
