package dev.agora.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The ahead-of-time cache of one program: a third of the start-up time. Good for one JVM and one
 * class path.
 *
 * @param file named after the JVM's version
 * @param program the fingerprint of what it was made from
 */
record AotCache(Path file, String program) {
  static AotCache of(Path folder, String program) {
    return new AotCache(
        folder.resolve("jdk-" + System.getProperty("java.vm.version") + ".aot"), program);
  }

  boolean isPresent() {
    return Fingerprint.matches(file, program);
  }

  List<String> options(EconomyOptions.Aot treatment) {
    if (treatment == EconomyOptions.Aot.TRAINING) {
      return List.of("-XX:AOTCacheOutput=" + fresh());
    }
    return isPresent() ? List.of("-XX:AOTCache=" + file) : List.of();
  }

  /** Takes the cache that a training run has written into use. */
  void adopt() {
    try {
      if (Files.exists(fresh())) {
        Files.move(fresh(), file, StandardCopyOption.REPLACE_EXISTING);
        Fingerprint.note(file, program);
      }
    } catch (IOException e) {
      throw new LauncherException(
          "The AOT cache " + file + " cannot be put in place: " + e.getMessage(), e);
    }
  }

  private Path fresh() {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}
