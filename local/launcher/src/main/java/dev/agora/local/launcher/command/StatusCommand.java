package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.PidFile;
import dev.agora.local.launcher.Ports;
import dev.agora.local.launcher.Readiness;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Shows each part: whether it is ready, its process and its memory. Exit code 1 unless all are
 * ready.
 */
@Command(name = "status", description = "Show each part: ready or not, port, process, memory.")
final class StatusCommand implements Callable<Integer> {
  private final Console console = new Console(System.out);

  @Override
  public Integer call() {
    PidFile pids = new PidFile(Home.folder().pids());
    Ports ports = Home.ports();
    Readiness readiness = new Readiness(ports);
    boolean all = true;
    long megabytes = 0;
    for (Part part : Part.values()) {
      Optional<ProcessHandle> process = pids.running(part.label());
      boolean ready = process.isPresent() && (part.isServer() || readiness.of(part));
      long own = process.map(ResidentMemory::megabytes).orElse(0L);
      console.say(
          "%-12s %-9s port %-6d %-14s %5d MB"
              .formatted(
                  part.label(),
                  ready ? "ready" : process.isPresent() ? "not ready" : "stopped",
                  ports.of(part),
                  process.map(handle -> "process " + handle.pid()).orElse(""),
                  own));
      all &= ready;
      megabytes += own;
    }
    console.say(
        "together %d MB; the API is at http://localhost:%d"
            .formatted(megabytes, ports.of(Part.GATEWAY)));
    return all ? 0 : 1;
  }
}
