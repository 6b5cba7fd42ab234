package dev.agora.local.launcher.command;

import dev.agora.local.launcher.EconomyFolder;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.PidFile;
import dev.agora.local.launcher.Secrets;
import dev.agora.local.launcher.ServiceEnvironment;
import java.util.Map;

/** The system that {@code ./agora up} has started on this machine, seen from another process. */
public final class RunningSystem {
  private RunningSystem() {}

  /** Whether its launcher and all its parts run. */
  public static boolean isUp() {
    PidFile pids = new PidFile(Home.folder().pids());
    return pids.running(PidFile.LAUNCHER).isPresent()
        && pids.running().size() > Part.values().length;
  }

  /** The variables one of its parts was started with, secrets included. */
  public static Map<String, String> environment(Part part) {
    EconomyFolder folder = Home.folder();
    return new ServiceEnvironment(Home.ports(), new Secrets(folder.secrets()), folder).of(part);
  }
}
