package dev.agora.crash.upgrade;

import dev.agora.local.infrastructure.ChildProcess;
import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Programs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The replicas of one service behind its address, oldest first. */
final class Replicas implements AutoCloseable {
  /** What the gateway is told; shorter than in production, so that the test is. */
  static final Duration LIFE_OF_A_CONNECTION = Duration.ofSeconds(1);

  private static final Duration START = Duration.ofMinutes(5);

  /** As terminationGracePeriodSeconds of the manifests. */
  private static final Duration GRACE = Duration.ofSeconds(90);

  /** As preStop of the manifests: longer than the gateway sends anything over a connection. */
  private static final Duration LEAVING = LIFE_OF_A_CONNECTION.plusSeconds(1);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final LocalEconomy economy;
  private final Part part;
  private final ServiceAddress address;
  private final Path folder;
  private final Deque<Replica> running = new ArrayDeque<>();
  private int started;

  private record Replica(ChildProcess process, int port) {}

  Replicas(LocalEconomy economy, Part part, ServiceAddress address, Path folder) {
    this.economy = economy;
    this.part = part;
    this.address = address;
    this.folder = folder;
  }

  /** Takes over the one that the economy has started itself, and starts a second one. */
  void startSecond() {
    Map<String, String> environment = economy.environment(part);
    int port = Integer.parseInt(environment.getOrDefault("SERVER_PORT", "0"));
    running.add(new Replica(economy.process(part), port));
    start();
  }

  /** Replaces all of them, one after the other: a new one is ready before an old one ends. */
  void upgrade() {
    int old = running.size();
    for (int i = 0; i < old; i++) {
      start();
      end(running.remove());
    }
  }

  private void start() {
    started++;
    int port = FreePort.next();
    int management = FreePort.next();
    Map<String, String> environment = new HashMap<>(economy.environment(part));
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
    String name = part.label() + "-" + started;
    ChildProcess process =
        ChildProcess.start(
            name, Programs.service(part), environment, folder, folder.resolve(name + ".log"));
    running.add(new Replica(process, port));
    process.awaitReady(START, () -> isReady(management));
    address.add(port);
  }

  private void end(Replica replica) {
    address.remove(replica.port());
    LockSupport.parkNanos(LEAVING.toNanos());
    replica.process().handle().destroy();
    if (!replica.process().awaitExit(GRACE)) {
      throw new AssertionError(replica.process().name() + " did not end in time");
    }
  }

  private static boolean isReady(int management) {
    URI readiness = URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
    try {
      HttpRequest question =
          HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(2)).build();
      return CLIENT.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    running.forEach(replica -> replica.process().stop(Duration.ofSeconds(25)));
  }
}
