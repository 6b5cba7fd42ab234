package dev.agora.crash.storm;

import dev.agora.local.infrastructure.ChildProcess;
import dev.agora.local.infrastructure.Database;
import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Ports;
import dev.agora.local.launcher.Programs;
import dev.agora.support.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * PostgreSQL, Kafka and one or more ledgers on the same database, as processes that can be killed.
 */
final class StormLedger implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration AUDIT = Duration.ofMinutes(30);
  private static final int OK = 200;

  private final TestGateway gateway = TestGateway.start();
  private final LocalEconomy economy;
  private final Path folder;
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final List<Integer> managementPorts = new ArrayList<>();
  private final List<ChildProcess> processes = new ArrayList<>();

  private StormLedger(Path folder) {
    this.folder = folder;
    Ports all = Ports.free();
    economy =
        LocalEconomy.start(
            EconomyOptions.in(folder)
                .at(all)
                .only(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.LEDGER))
                .with(Part.LEDGER, "AGORA_JWKS_URL", gateway.jwksUrl()));
    ports.add(all.of(Part.LEDGER));
    managementPorts.add(all.management(Part.LEDGER));
    processes.add(economy.process(Part.LEDGER));
  }

  static StormLedger start(Path folder) {
    return new StormLedger(folder);
  }

  /** Starts more ledgers on the same database until there are as many. */
  void growTo(int replicas) {
    for (int replica = processes.size(); replica < replicas; replica++) {
      int port = FreePort.next();
      managementPorts.add(FreePort.next());
      processes.add(launch(replica, port));
      ports.add(port);
    }
  }

  TestGateway gateway() {
    return gateway;
  }

  String kafka() {
    return economy.kafka();
  }

  Database database() {
    return economy.database(Part.LEDGER);
  }

  List<URI> addresses() {
    return ports.stream().map(port -> URI.create("http://127.0.0.1:" + port)).toList();
  }

  int replicas() {
    return processes.size();
  }

  /** {@code kill -9}, and a new process in its place. */
  void killAndRevive(int replica) {
    if (replica == 0) {
      economy.kill(Part.LEDGER);
      economy.start(Part.LEDGER);
      processes.set(0, economy.process(Part.LEDGER));
    } else {
      processes.get(replica).kill();
      processes.set(replica, launch(replica, ports.get(replica)));
    }
  }

  /** The command of the first one, on ports of its own. */
  private ChildProcess launch(int replica, int port) {
    ProcessHandle.Info first = processes.getFirst().handle().info();
    List<String> command = new ArrayList<>(List.of(first.command().orElseThrow()));
    command.addAll(List.of(first.arguments().orElseThrow()));
    Map<String, String> environment = new HashMap<>(economy.environment(Part.LEDGER));
    environment.put("SERVER_PORT", String.valueOf(port));
    environment.put("MANAGEMENT_SERVER_PORT", managementPorts.get(replica).toString());
    ChildProcess process =
        ChildProcess.start(
            "ledger " + replica,
            command,
            environment,
            folder.resolve("ledger-" + replica),
            folder.resolve("logs/ledger-" + replica + ".log"));
    process.awaitReady(START, () -> isReady(managementPorts.get(replica)));
    return process;
  }

  private static boolean isReady(int port) {
    URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest question = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
      return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * The audit out of the ledger's jar, which recomputes everything from the entries.
   *
   * @return its exit code and what it said
   */
  String audit() {
    ChildProcess audit =
        ChildProcess.start(
            "audit",
            Programs.ledgerAudit(),
            economy.environment(Part.LEDGER),
            folder.resolve("audit"),
            folder.resolve("logs/audit.log"));
    if (!audit.awaitExit(AUDIT)) {
      audit.kill();
      throw new IllegalStateException("no end of the audit within " + AUDIT);
    }
    try {
      return audit.exitCode() + ": " + Files.readString(audit.log());
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  @Override
  public void close() {
    processes.stream().skip(1).forEach(ChildProcess::kill);
    economy.close();
    gateway.close();
  }
}
