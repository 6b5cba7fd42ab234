package dev.agora.local.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker (KRaft, broker and controller in one) as a child JVM. Its folder keeps the data:
 * start it again in the same folder and every acknowledged record is there, after {@link #kill()}
 * too.
 */
public final class KafkaBroker implements AutoCloseable {
  private static final String CLUSTER_ID = "YWdvcmEtbG9jYWwta2Fma2";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofMinutes(1);

  private final Path folder;
  private final int port;
  private final int controllerPort;
  private List<String> jvmOptions = List.of();
  private Path log;
  private @Nullable ChildProcess process;

  private KafkaBroker(Path folder, int port, int controllerPort) {
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.controllerPort = controllerPort;
    this.log = this.folder.resolve("kafka.log");
  }

  /**
   * A broker that is not started yet.
   *
   * @param folder holds the data and the log; made when absent
   * @param port where clients connect on the loopback interface; {@link FreePort#next()} for any
   * @param controllerPort where it talks to itself
   */
  public static KafkaBroker at(Path folder, int port, int controllerPort) {
    return new KafkaBroker(folder, port, controllerPort);
  }

  /** Writes its log to this file instead of the folder's. */
  public KafkaBroker logTo(Path file) {
    log = file;
    return this;
  }

  /** More options for its JVM, such as an AOT cache. */
  public KafkaBroker jvmOptions(List<String> options) {
    jvmOptions = List.copyOf(options);
    return this;
  }

  /**
   * Starts it, formatting the data folder first where that was not done, and waits until it
   * answers.
   */
  public KafkaBroker start() {
    try {
      Files.createDirectories(folder);
      configure();
      if (!Files.exists(folder.resolve("data/meta.properties"))) {
        format();
      }
    } catch (IOException e) {
      throw new InfrastructureException("Kafka could not be started: " + e.getMessage(), e);
    }
    ChildProcess started =
        launch("Kafka", command(jvmOptions, "kafka.Kafka", properties().toString()));
    process = started;
    started.awaitReady(START, () -> Topics.answers(bootstrapServers()));
    return this;
  }

  /** What clients connect to: {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The running process. */
  public ChildProcess process() {
    if (process == null) {
      throw new IllegalStateException("Kafka was not started");
    }
    return process;
  }

  /** {@code kill -9}. */
  public void kill() {
    process().kill();
  }

  /** A controlled shutdown. */
  public void stop() {
    process().stop(STOP);
  }

  @Override
  public void close() {
    if (process != null) {
      stop();
    }
  }

  private Path properties() {
    return folder.resolve("server.properties");
  }

  private void configure() throws IOException {
    String addresses =
        """

        listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
        controller.quorum.voters=1@127.0.0.1:%d
        log.dirs=%s
        """
            .formatted(port, controllerPort, controllerPort, folder.resolve("data"));
    Files.writeString(properties(), resource("server.properties") + addresses);
    Files.writeString(folder.resolve("log4j2.properties"), resource("log4j2.properties"));
  }

  private void format() {
    ChildProcess formatting =
        launch(
            "Kafka's storage tool",
            command(
                List.of("-XX:TieredStopAtLevel=1"),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                CLUSTER_ID,
                "-c",
                properties().toString()));
    if (!formatting.awaitExit(START) || formatting.exitCode() != 0) {
      throw new InfrastructureException(
          "Kafka's folder could not be formatted; see " + formatting.log() + ".");
    }
  }

  private ChildProcess launch(String name, List<String> command) {
    return ChildProcess.start(name, command, Map.of(), folder, log);
  }

  private List<String> command(List<String> options, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
    command.addAll(options);
    command.add("-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"));
    command.addAll(List.of("-cp", KafkaJars.classPath(), mainClass));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String resource(String name) throws IOException {
    try (InputStream content = KafkaBroker.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IOException(name + " is not on the class path");
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
