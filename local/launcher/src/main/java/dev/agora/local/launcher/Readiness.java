package dev.agora.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a process over HTTP whether it is ready. */
public final class Readiness {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int OK = 200;
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final Ports ports;

  public Readiness(Ports ports) {
    this.ports = ports;
  }

  public boolean of(Part part) {
    HttpRequest question = HttpRequest.newBuilder(address(part)).timeout(PATIENCE).build();
    try {
      return CLIENT.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted while waiting for " + part.label() + ".", e);
    }
  }

  private URI address(Part part) {
    String path =
        part.isApplication()
            ? ports.management(part) + "/actuator/health/readiness"
            : ports.of(part) + "/_sim/health";
    return URI.create("http://127.0.0.1:" + path);
  }
}
