package dev.agora.local.launcher.command;

import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.launcher.LauncherException;
import dev.agora.local.launcher.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must be so before anything is started; each failure is one sentence. */
final class Preflight {
  private static final int JDK = 25;
  private static final long LEAST_BYTES = 1L << 30;

  private Preflight() {}

  static void check(Path folder, Ports ports) {
    checkJdk(Runtime.version().feature());
    checkDisk(folder, usableBytes(folder));
    ports.all().forEach(Preflight::checkPort);
  }

  static void checkJdk(int feature) {
    if (feature != JDK) {
      throw new LauncherException(
          "Agora needs JDK " + JDK + ", this is " + feature + "; set JAVA_HOME to one.");
    }
  }

  static void checkDisk(Path folder, long usableBytes) {
    if (usableBytes < LEAST_BYTES) {
      throw new LauncherException(
          "The disk of %s has only %d MB left; Agora needs 1 GB."
              .formatted(folder, usableBytes >> 20));
    }
  }

  private static void checkPort(int port, String user) {
    if (!FreePort.isFree(port)) {
      throw new LauncherException(
          "Port %d (%s) is taken; end what listens there, or move all ports with `./agora up --port N`."
              .formatted(port, user));
    }
  }

  private static long usableBytes(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new LauncherException(folder + " cannot be made: " + e.getMessage(), e);
    }
  }
}
