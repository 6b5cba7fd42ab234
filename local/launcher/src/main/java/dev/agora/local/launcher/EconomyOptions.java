package dev.agora.local.launcher;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a local system is started with.
 *
 * @param folder where its data, logs, pids and secrets are; a test gives a temporary one
 * @param environment more variables for single parts, over the documented ones
 * @param aot what to do about AOT caches
 * @param parts what is started; the other parts are left out
 */
public record EconomyOptions(
    Path folder,
    Ports ports,
    Map<Part, Map<String, String>> environment,
    Aot aot,
    Set<Part> parts,
    Progress progress) {

  /** How AOT caches are treated. */
  public enum Aot {
    /** Used where the build has made one. */
    IF_PRESENT,
    /** The processes write them when they end. */
    TRAINING
  }

  /** Any free ports, silent, AOT caches where present: what a test wants. */
  public static EconomyOptions in(Path folder) {
    return new EconomyOptions(
        folder,
        Ports.free(),
        Map.of(),
        Aot.IF_PRESENT,
        EnumSet.allOf(Part.class),
        Progress.silent());
  }

  /** The same at these ports. */
  public EconomyOptions at(Ports other) {
    return new EconomyOptions(folder, other, environment, aot, parts, progress);
  }

  /** The same with one more variable for one part. */
  public EconomyOptions with(Part part, String name, String value) {
    Map<Part, Map<String, String>> all = new EnumMap<>(Part.class);
    environment.forEach((key, variables) -> all.put(key, new HashMap<>(variables)));
    all.computeIfAbsent(part, key -> new HashMap<>()).put(name, value);
    return new EconomyOptions(folder, ports, all, aot, parts, progress);
  }

  /** The same, which writes the AOT caches when it ends if they are missing: later starts gain. */
  public EconomyOptions trainingIfDue() {
    return AotTraining.isDue() ? with(Aot.TRAINING) : this;
  }

  /** The same with another treatment of AOT caches. */
  EconomyOptions with(Aot other) {
    return new EconomyOptions(folder, ports, environment, other, parts, progress);
  }

  /** The same with only these parts: a quicker start for a test that needs no more. */
  public EconomyOptions only(Set<Part> some) {
    return new EconomyOptions(folder, ports, environment, aot, EnumSet.copyOf(some), progress);
  }

  /** The same, telling someone. */
  public EconomyOptions tell(Progress other) {
    return new EconomyOptions(folder, ports, environment, aot, parts, other);
  }
}
