package dev.agora.local.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much memory processes hold; what several share is counted in parts (Linux' "proportional
 * set").
 */
final class ResidentMemory {
  private ResidentMemory() {}

  /** Megabytes of a process and everything below it; 0 where the system does not tell. */
  static long megabytes(ProcessHandle process) {
    long kilobytes =
        Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(one -> kilobytes(one.pid()))
            .sum();
    return kilobytes >> 10;
  }

  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .sum();
    } catch (IOException notToldHere) {
      return 0;
    }
  }
}
