package dev.agora.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the AOT caches that are missing: starts the whole system once on throw-away data, lets it
 * do something, and ends it; each JVM then writes down what it loaded and how often it ran.
 */
public final class AotTraining {
  private AotTraining() {}

  /** Whether some part would start slowly. */
  public static boolean isDue() {
    return !Foundations.kafkaCache().isPresent()
        || programs().stream().anyMatch(part -> !new Program(part).aotCache().isPresent());
  }

  /**
   * Makes them.
   *
   * @param exercise what the system does, once it is ready
   */
  public static void run(Progress progress, Consumer<LocalEconomy> exercise) {
    try {
      Path folder = Files.createTempDirectory("agora-training");
      EconomyOptions options =
          EconomyOptions.in(folder).with(EconomyOptions.Aot.TRAINING).tell(progress);
      try (LocalEconomy economy = LocalEconomy.start(options)) {
        progress.say("some payments …");
        exercise.accept(economy);
      }
      new EconomyFolder(folder).forget();
    } catch (IOException e) {
      throw new LauncherException("No temporary folder can be made: " + e.getMessage(), e);
    }
  }

  /** Takes into use what the processes of a system in training have written. */
  static void adopt() {
    Foundations.kafkaCache().adopt();
    programs().forEach(part -> new Program(part).aotCache().adopt());
  }

  private static List<Part> programs() {
    return Arrays.stream(Part.values()).filter(part -> !part.isServer()).toList();
  }
}
