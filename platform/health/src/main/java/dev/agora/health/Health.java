package dev.agora.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks one address of this machine by HTTP whether all is well. Plain sockets, because they start
 * sooner than a client: this is a process of its own, every few seconds.
 */
public final class Health {
  private static final int PATIENCE_MILLIS = 3000;
  private static final String READINESS = "/actuator/health/readiness";

  private Health() {}

  /**
   * Ends the process with 0 if the answer is 200, else with 1.
   *
   * @param arguments a port, and a path unless it is that of readiness
   */
  public static void main(String[] arguments) {
    String path = arguments.length > 1 ? arguments[1] : READINESS;
    System.exit(isGood(Integer.parseInt(arguments[0]), path) ? 0 : 1);
  }

  static boolean isGood(int port, String path) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String status = answer.readLine();
      return status != null && status.matches("HTTP/1\\.[01] 200( .*)?");
    } catch (IOException nobody) {
      return false;
    }
  }
}
