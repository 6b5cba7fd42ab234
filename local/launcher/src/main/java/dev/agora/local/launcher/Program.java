package dev.agora.local.launcher;

import dev.agora.local.infrastructure.ChildProcess;
import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one part's JVM is started: the same jar that production runs, extracted so that it starts
 * sooner.
 */
final class Program {
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final String STRIPE_MAIN = "dev.agora.stripesimulator.StripeSimulator";
  private static final Duration EXTRACTION = Duration.ofMinutes(1);

  private final Part part;
  private final Path target;
  private final String fingerprint;

  Program(Part part) {
    this.part = part;
    this.target = ProjectFolder.find().resolve(part.module()).resolve("target");
    String jar = Fingerprint.of(jar());
    this.fingerprint = part.isApplication() ? jar : jar + " " + Fingerprint.of(launcherLib());
  }

  AotCache aotCache() {
    return AotCache.of(target, fingerprint);
  }

  /** The whole command, after whatever preparation it needs. */
  List<String> command(EconomyOptions.Aot treatment) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(
        List.of(
            // A start makes half a gigabyte of garbage: in less room it is collected thirty times.
            "-Xms96m",
            "-XX:NewSize=48m",
            "-Xmx" + part.heapMegabytes() + "m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders"));
    command.add("-XX:+ExitOnOutOfMemoryError");
    if (!part.isBusy()) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    if (part.isApplication()) {
      extract();
      command.addAll(aotCache().options(treatment));
      command.addAll(List.of("-jar", extracted().toString()));
    } else {
      command.addAll(aotCache().options(treatment));
      command.addAll(List.of("-cp", launcherJars(), STRIPE_MAIN));
    }
    return command;
  }

  Path jar() {
    return target.resolve(Path.of(part.module()).getFileName() + "-" + VERSION + ".jar");
  }

  private Path extracted() {
    return target.resolve("app").resolve(String.valueOf(jar().getFileName()));
  }

  private void extract() {
    if (Fingerprint.matches(extracted(), fingerprint)) {
      return;
    }
    List<String> command =
        List.of(
            java(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-Djarmode=tools",
            "-jar",
            jar().toString(),
            "extract",
            "--force",
            "--destination",
            target.resolve("app").toString());
    ChildProcess process =
        ChildProcess.start("extraction", command, Map.of(), target, target.resolve("extract.log"));
    if (!process.awaitExit(EXTRACTION) || process.exitCode() != 0) {
      throw new LauncherException(jar() + " could not be extracted; see " + process.log() + ".");
    }
    Fingerprint.note(extracted(), fingerprint);
  }

  /**
   * The launcher's own class path holds the Stripe stand-in; in a fixed order for its AOT cache.
   */
  private static String launcherJars() {
    try (Stream<Path> jars = Files.list(launcherLib())) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
    } catch (IOException e) {
      throw new LauncherException("Build module local/launcher first: " + e.getMessage(), e);
    }
  }

  private static Path launcherLib() {
    return ProjectFolder.find().resolve("local/launcher/target/lib");
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
