package dev.agora.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks one address of this machine by HTTP whether all is well, until it is or time is up: a
 * program that starts has one process that waits for it, not one every few seconds that takes its
 * processor away. Plain sockets, because they start sooner than a client.
 */
public final class Health {
  private static final int PATIENCE_MILLIS = 3000;
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 200;
  private static final String READINESS = "/actuator/health/readiness";

  private Health() {}

  /**
   * Ends the process with 0 once the answer is 200, with 1 if it is not within 30 s.
   *
   * @param arguments a port, and a path unless it is that of readiness
   */
  public static void main(String[] arguments) {
    String path = arguments.length > 1 ? arguments[1] : READINESS;
    System.exit(isGoodWithin(WAIT, Integer.parseInt(arguments[0]), path) ? 0 : 1);
  }

  static boolean isGoodWithin(Duration wait, int port, String path) {
    long end = System.nanoTime() + wait.toNanos();
    Semaphore never = new Semaphore(0);
    try {
      while (!isGood(port, path)) {
        if (System.nanoTime() >= end || never.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
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
