package dev.agora.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the machine's processors have done so far, all processes together.
 *
 * @param busyTicks of a hundredth of a second, or 0 where the system does not tell
 * @param nanos when it was read
 */
record ProcessorTime(long busyTicks, long nanos) {
  private static final Path STATISTICS = Path.of("/proc/stat");
  private static final double TICKS_PER_SECOND = 100;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Columns of the first line: after its name user, nice, system, idle, iowait, … */
  private static final int IDLE = 4;

  private static final int WAIT = 5;
  private static final int LAST = 8;

  static ProcessorTime now() throws IOException {
    long busy = 0;
    if (Files.isReadable(STATISTICS)) {
      String[] columns = Files.readAllLines(STATISTICS).getFirst().split(" +", -1);
      for (int column = 1; column <= LAST; column++) {
        busy += column == IDLE || column == WAIT ? 0 : Long.parseLong(columns[column]);
      }
    }
    return new ProcessorTime(busy, System.nanoTime());
  }

  double coresSince(ProcessorTime before) {
    double seconds = (nanos - before.nanos) / NANOS_PER_SECOND;
    return (busyTicks - before.busyTicks) / TICKS_PER_SECOND / seconds;
  }
}
