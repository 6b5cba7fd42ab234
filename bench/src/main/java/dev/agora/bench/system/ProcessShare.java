package dev.agora.bench.system;

import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which part of all processor time one process uses, summed over measurements. */
public final class ProcessShare {
  /** Columns of /proc/PID/stat behind the name, which may have blanks. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  private final Path statistics;
  private long ofProcess;
  private long ofAll;

  /** Watches that process of this machine. */
  public ProcessShare(long pid) {
    this.statistics = Path.of("/proc", Long.toString(pid), "stat");
  }

  /** Takes a measurement, and adds what was used meanwhile. */
  public Throughput during(Rounds.Measurement measurement) throws Exception {
    long processBefore = ticks();
    long allBefore = ProcessorTime.now().busyTicks();
    Throughput taken = measurement.take();
    ofProcess += ticks() - processBefore;
    ofAll += ProcessorTime.now().busyTicks() - allBefore;
    return taken;
  }

  /** From 0 to 1; 0 where the system does not tell. */
  public double share() {
    return ofAll == 0 ? 0 : (double) ofProcess / ofAll;
  }

  private long ticks() throws IOException {
    if (!Files.isReadable(statistics)) {
      return 0;
    }
    String line = Files.readString(statistics);
    String[] columns = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(columns[USER]) + Long.parseLong(columns[SYSTEM]);
  }
}
