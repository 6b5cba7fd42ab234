package dev.agora.bench.system;

import dev.agora.local.infrastructure.ChildProcess;
import dev.agora.local.infrastructure.Database;
import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Programs;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One service out of its jar, with the heap that {@code ./agora up} gives it. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int PATIENCE_MILLIS = 2000;

  private final int port = FreePort.next();
  private final int management = FreePort.next();
  private final ChildProcess process;

  private ServiceProcess(Part part, String name, Map<String, String> settings, Path folder) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
    environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    process =
        ChildProcess.start(
            name,
            Programs.service(part),
            environment,
            folder.resolve(name),
            folder.resolve(name + ".log"));
  }

  private static Map<String, String> environment(
      Servers servers, Gateway gateway, Database database) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AGORA_DB_URL", database.url());
    environment.put("AGORA_DB_USER", database.user());
    environment.put("AGORA_DB_PASSWORD", database.password());
    environment.put("AGORA_KAFKA", servers.kafka());
    environment.put("AGORA_JWKS_URL", gateway.jwksUrl());
    environment.put("AGORA_HTTP_LIFETIMEMAX", Gateway.LIFETIME.toString());
    environment.put("AGORA_HTTP_JWKSTIMEOUT", "PT30S");
    environment.put("AGORA_HTTP_JWKSFRESH", Gateway.LIFETIME.toString());
    environment.put("AGORA_HTTP_VERIFIEDTOKENSMAX", "100000");
    environment.put("AGORA_ECONOMY_SEASONING", "P7D");
    // Names the replication slot, of which a server has one of each name for all its databases.
    environment.put("AGORA_MESSAGING_SERVICE", database.user());
    return environment;
  }

  /**
   * Starts a ledger and waits until it is ready.
   *
   * @param database its ledger; others may serve the same
   */
  public static ServiceProcess start(
      Servers servers, Gateway gateway, String name, Database database) {
    return start(servers, gateway, Part.LEDGER, name, database);
  }

  /** Starts any service and waits until it is ready. */
  public static ServiceProcess start(
      Servers servers, Gateway gateway, Part part, String name, Database database) {
    return start(part, name, environment(servers, gateway, database), servers.folder());
  }

  /**
   * Starts any application with an environment, but for its ports, which are its own, and waits
   * until it is ready.
   *
   * @param folder where it writes to, under its name
   */
  public static ServiceProcess start(
      Part part, String name, Map<String, String> environment, Path folder) {
    ServiceProcess service = new ServiceProcess(part, name, environment, folder);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close));
    service.process.awaitReady(START, service::isReady);
    return service;
  }

  /** Where it serves. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where it shows its health, and a gateway its keys. */
  public URI management() {
    return URI.create("http://127.0.0.1:" + management);
  }

  @Override
  public void close() {
    process.stop(STOP);
  }

  private boolean isReady() {
    URI health = management().resolve("/actuator/health/readiness");
    try {
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
