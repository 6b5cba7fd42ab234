package dev.agora.local.launcher;

import dev.agora.local.infrastructure.ChildProcess;
import dev.agora.local.infrastructure.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole economy on this machine: PostgreSQL, Kafka, the Stripe stand-in, the gateway and the
 * five services and the portal, each a process that can be killed and started again on its port and
 * data.
 *
 * <pre>{@code
 * try (LocalEconomy economy = LocalEconomy.start(EconomyOptions.in(temporaryFolder))) {
 *   economy.kill(Part.LEDGER);
 *   economy.start(Part.LEDGER);
 *   economy.gateway(); // http://127.0.0.1:…
 * }
 * }</pre>
 */
public final class LocalEconomy implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(25);
  private static final Duration STOP_AND_WRITE_CACHE = Duration.ofMinutes(3);
  private static final List<Part> SERVICES =
      List.of(
          Part.STRIPE,
          Part.ACCOUNTS,
          Part.LEDGER,
          Part.GATEWAY,
          Part.BILLING,
          Part.PAYOUT,
          Part.MARKETPLACE,
          Part.PORTAL);

  private final EconomyOptions options;
  private final EconomyFolder folder;
  private final ServiceEnvironment environment;
  private final Readiness readiness;
  private final Foundations foundations;
  private final PidFile pids;
  private final Map<Part, ChildProcess> processes =
      Collections.synchronizedMap(new EnumMap<>(Part.class));

  private volatile boolean stopping;

  private LocalEconomy(EconomyOptions options) {
    this.options = options;
    folder = new EconomyFolder(options.folder().toAbsolutePath());
    folder.prepare();
    Secrets secrets = new Secrets(folder.secrets());
    environment = new ServiceEnvironment(options.ports(), secrets, folder);
    readiness = new Readiness(options.ports());
    foundations = new Foundations(folder, options.ports(), secrets, options.aot());
    pids = new PidFile(folder.pids());
  }

  /**
   * Starts everything and waits until every part is ready. What has started is stopped again when
   * one cannot, and when this JVM ends.
   *
   * @throws LauncherException with one sentence that says which part and why
   */
  public static LocalEconomy start(EconomyOptions options) {
    LocalEconomy economy = new LocalEconomy(options);
    Runtime.getRuntime().addShutdownHook(new Thread(economy::close));
    try {
      SomeAtATime.run(2, economy.wanted(List.of(Part.KAFKA, Part.POSTGRES)), economy::start);
      SomeAtATime.run(3, economy.wanted(SERVICES), economy::start);
      return economy;
    } catch (RuntimeException e) {
      economy.close();
      throw e;
    }
  }

  /** Starts one part that is not running, on its port and data, and waits until it is ready. */
  public void start(Part part) {
    long before = System.nanoTime();
    switch (part) {
      case POSTGRES -> remember(part, foundations.startPostgres());
      case KAFKA -> remember(part, foundations.startKafka());
      default -> launch(part).awaitReady(START, () -> readiness.of(part));
    }
    long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
    options.progress().say("%-12s ready after %.1f s".formatted(part.label(), millis / 1000.0));
  }

  /** {@code kill -9}, and waits until the process is gone. */
  public void kill(Part part) {
    process(part).kill();
  }

  /** Asks the part to end as an orchestrator would, and waits for it. */
  public void stop(Part part) {
    if (part.isServer()) {
      foundations.stop(part);
    } else {
      boolean training = options.aot() == EconomyOptions.Aot.TRAINING;
      process(part).stop(training ? STOP_AND_WRITE_CACHE : STOP);
    }
  }

  /** The process of a part that was started, running or not. */
  public ChildProcess process(Part part) {
    return Optional.ofNullable(processes.get(part))
        .orElseThrow(() -> new IllegalStateException(part.label() + " was not started"));
  }

  /** The public address of the API. */
  public URI gateway() {
    return URI.create("http://127.0.0.1:" + options.ports().of(Part.GATEWAY));
  }

  /** The Stripe stand-in: its pages and its admin calls. */
  public URI stripe() {
    return URI.create("http://127.0.0.1:" + options.ports().of(Part.STRIPE));
  }

  /** Where an application shows its health, metrics, sagas and dead letters. */
  public URI management(Part part) {
    return URI.create("http://127.0.0.1:" + options.ports().management(part));
  }

  /** The database of a service, as its owner. */
  public Database database(Part part) {
    return foundations.createDatabase(part);
  }

  /** Kafka's bootstrap servers. */
  public String kafka() {
    return foundations.bootstrapServers();
  }

  /** The variables a part is started with, secrets included. */
  public Map<String, String> environment(Part part) {
    Map<String, String> all = new HashMap<>(environment.of(part));
    all.putAll(options.environment().getOrDefault(part, Map.of()));
    return all;
  }

  /** What a part has written. */
  public Path log(Part part) {
    return folder.log(part);
  }

  /** Whether it is being stopped, or was. */
  public boolean isStopping() {
    return stopping;
  }

  /** Stops everything in order: those first that others do not need. */
  @Override
  public synchronized void close() {
    stopping = true;
    SomeAtATime.run(3, started(SERVICES.reversed()), this::stop);
    SomeAtATime.run(1, started(List.of(Part.KAFKA, Part.POSTGRES)), this::stop);
    if (options.aot() == EconomyOptions.Aot.TRAINING && !processes.isEmpty()) {
      AotTraining.adopt();
    }
    processes.clear();
    pids.delete();
  }

  private List<Part> wanted(List<Part> parts) {
    return parts.stream().filter(options.parts()::contains).toList();
  }

  private List<Part> started(List<Part> parts) {
    return parts.stream().filter(processes::containsKey).toList();
  }

  private ChildProcess launch(Part part) {
    List<String> command = new Program(part).command(options.aot());
    ChildProcess process =
        ChildProcess.start(
            part.label(), command, environment(part), folder.data(part), folder.log(part));
    remember(part, process);
    return process;
  }

  private void remember(Part part, ChildProcess process) {
    processes.put(part, process);
    pids.add(part.label(), process.handle());
  }
}
