package dev.agora.bench.ledger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import dev.agora.bench.measure.Workers;
import dev.agora.bench.report.Report;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same payments through three pairs of gateway and ledger: no traces, some, and all. */
@Command(name = "traces", description = "Transfers with and without traces.")
public final class TracesCommand implements Callable<Integer> {
  private static final int CONNECTIONS = 64;
  private static final String MANY = "1000000";
  private static final String NONE = "no traces leave (`AGORA_TRACES=false`)";
  private static final String SOME = "1 of 100 is recorded (`AGORA_TRACES=true`)";
  private static final String ALL = "every one is recorded (`AGORA_TRACES_SAMPLED=1`)";

  @Option(names = "--agents", description = "How many agents pay each other (default: 500).")
  private int agents = 500;

  @Option(names = "--seconds", description = "Length of each measurement (default: 10).")
  private int seconds = 10;

  @Option(names = "--rounds", description = "Measurements of each kind (default: 5).")
  private int rounds = 5;

  @Option(
      names = "--warm-up",
      description = "Seconds of payments through each pair that do not count (default: 60).")
  private int warmUp = 60;

  private final AtomicLong sent = new AtomicLong();

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("agora-bench");
    HttpServer collector = collector();
    String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
    Map<String, String> some = Map.of("AGORA_TRACES", "true", "AGORA_TRACES_URL", url);
    Map<String, String> every = new LinkedHashMap<>(some);
    every.put("AGORA_TRACES_SAMPLED", "1");
    try (LocalEconomy economy = LocalEconomy.start(options(folder));
        TracedPair none = TracedPair.start(economy, "none", Map.of(), folder);
        TracedPair few = TracedPair.start(economy, "some", some, folder);
        TracedPair all = TracedPair.start(economy, "all", every, folder)) {
      System.out.printf("Making %,d agents …%n", agents);
      Population population = Population.create(economy.gateway(), agents);
      Map<String, URI> gateways = new LinkedHashMap<>();
      gateways.put(NONE, none.address());
      gateways.put(SOME, few.address());
      gateways.put(ALL, all.address());
      Map<String, Rounds.Measurement> measurements = new LinkedHashMap<>();
      for (Map.Entry<String, URI> gateway : gateways.entrySet()) {
        System.out.println("Warming up: " + pay(gateway.getValue(), population, warmUp).done());
        measurements.put(gateway.getKey(), () -> pay(gateway.getValue(), population, seconds));
      }
      Rounds results = Rounds.run(rounds, measurements);
      if (sent.get() == 0) {
        throw new IllegalStateException("no span came, so nothing was measured");
      }
      Report.write("Traces: what they cost", lines(results));
    } finally {
      collector.stop(0);
    }
    return 0;
  }

  /** All gateways sign with one key, so that every ledger believes each of them. */
  private static EconomyOptions options(Path folder) throws JOSEException {
    String key = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
    return EconomyOptions.in(folder)
        .tell(System.out::println)
        .with(Part.GATEWAY, "AGORA_GATEWAY_SIGNING_KEY", key)
        .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_WRITE_BURST", MANY)
        .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_WRITE_PERSECOND", MANY)
        .with(Part.LEDGER, "AGORA_ECONOMY_SEASONING", "P7D");
  }

  /** Takes spans and forgets them: what a collector does with them is not measured here. */
  private HttpServer collector() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
    return server;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      sent.addAndGet(exchange.getRequestBody().readAllBytes().length);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static Throughput pay(URI gateway, Population population, int length) throws Exception {
    return Workers.run(
        CONNECTIONS,
        Duration.ofSeconds(length),
        () -> new Transfers(gateway, population, Transfers.Payee.ANYBODY));
  }

  private List<String> lines(Rounds results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("`POST /credits/transfer` between %,d agents over %d connections, through three pairs of gateway and ledger on one"
                + " database and Kafka, in turn, median of %d rounds; the pairs that are not asked idle. The collector beside them"
                + " drops what it gets. Spans are made for each request in every pair.")
            .formatted(agents, CONNECTIONS, rounds));
    lines.add("");
    lines.addAll(results.table());
    lines.add("");
    lines.add("| recorded | speed against none |");
    lines.add("|---|---|");
    lines.add("| 1 of 100 | %.2f x |".formatted(results.ratio(SOME, NONE)));
    lines.add("| every one | %.2f x |".formatted(results.ratio(ALL, NONE)));
    return lines;
  }
}
