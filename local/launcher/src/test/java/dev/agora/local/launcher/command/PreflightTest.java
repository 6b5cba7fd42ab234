package dev.agora.local.launcher.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.launcher.LauncherException;
import dev.agora.local.launcher.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
  @TempDir private Path folder;

  @Test
  void namesThePortThatIsTakenAndWhatItIsFor() throws Exception {
    int port = FreePort.next();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Preflight.check(folder, Ports.withGatewayAt(taken.getLocalPort())))
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("Port " + port + " (gateway) is taken");
    }
  }

  @Test
  void saysThatTheDiskIsFull() {
    assertThatThrownBy(() -> Preflight.checkDisk(folder, 100L << 20))
        .hasMessageContaining("only 100 MB left");
    assertThatCode(() -> Preflight.checkDisk(folder, 2L << 30)).doesNotThrowAnyException();
  }

  @Test
  void saysWhichJdkItNeeds() {
    assertThatThrownBy(() -> Preflight.checkJdk(21))
        .hasMessageContaining("needs JDK 25, this is 21");
    assertThatCode(() -> Preflight.checkJdk(25)).doesNotThrowAnyException();
  }
}
