package dev.agora.local.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * Ports nobody listens on. Below the range the kernel gives to outgoing connections: a server that
 * is killed and comes back on its port would otherwise find it lent to some client meanwhile, or a
 * client that retries would connect to itself.
 */
public final class FreePort {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FreePort() {}

  /** A free port between 20000 and 32000. */
  public static int next() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = RANDOM.nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new InfrastructureException(
        "No free port was found between " + LOWEST + " and " + HIGHEST + ".");
  }

  /** Whether nobody listens on this port of the loopback interface nor of all interfaces. */
  public static boolean isFree(int port) {
    return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && binds(new InetSocketAddress(port));
  }

  private static boolean binds(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
