package dev.agora.local.launcher.command;

import dev.agora.local.infrastructure.ProjectFolder;
import dev.agora.local.launcher.EconomyFolder;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Ports;
import dev.agora.local.launcher.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The local system that the command {@code ./agora} is about. */
final class Home {
  private static final int STANDARD_PORT = Part.GATEWAY.standardPort();

  private Home() {}

  static EconomyFolder folder() {
    return new EconomyFolder(ProjectFolder.find().resolve(".agora"));
  }

  /** The ports it was last started at. */
  static Ports ports() {
    Path file = portFile();
    return Ports.withGatewayAt(
        Files.exists(file) ? Integer.parseInt(PrivateFile.read(file).strip()) : STANDARD_PORT);
  }

  static Ports startingAt(int port) {
    PrivateFile.write(portFile(), Integer.toString(port));
    return Ports.withGatewayAt(port);
  }

  private static Path portFile() {
    return folder().root().resolve("port");
  }
}
