import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks one address of this machine by HTTP and ends with 0 if the answer is 200, else with 1: the
 * health check of images that hold no shell. Plain sockets, because they start sooner than a client.
 */
final class Health {
  private static final int PATIENCE_MILLIS = 3000;

  private Health() {}

  /** Takes a port, and a path unless it is that of readiness. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    String path = arguments.length > 1 ? arguments[1] : "/actuator/health/readiness";
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStreamReader answer =
          new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
      String status = new BufferedReader(answer).readLine();
      System.exit(status != null && status.contains(" 200") ? 0 : 1);
    }
  }
}
