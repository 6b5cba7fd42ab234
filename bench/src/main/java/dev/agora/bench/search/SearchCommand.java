package dev.agora.bench.search;

import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import dev.agora.bench.measure.Workers;
import dev.agora.bench.report.Report;
import dev.agora.bench.system.Gateway;
import dev.agora.bench.system.Servers;
import dev.agora.bench.system.ServiceProcess;
import dev.agora.local.infrastructure.Database;
import dev.agora.local.launcher.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a search costs among many listings. */
@Command(name = "search", description = "Searches among many listings of the marketplace.")
public final class SearchCommand implements Callable<Integer> {
  private static final int CONNECTIONS = 2;
  private static final long SEED = 42;
  private static final String CALLER = "agt_" + "a".repeat(32);

  /** The second page has no facets either. */
  private static final int[] PAGES = {2, 1_000};

  private static final List<String> DEEP_SORTS = List.of("NEWEST", "PRICE", "RATING", "SOLD");

  @Option(names = "--listings", description = "How many there are (default: 100000).")
  private int listings = 100_000;

  @Option(names = "--seconds", description = "Length of each measurement (default: 5).")
  private int seconds = 5;

  @Option(names = "--rounds", description = "Measurements of each kind (default: 3).")
  private int rounds = 3;

  @Option(names = "--warm-up", description = "Seconds of each kind that do not count (default: 3).")
  private int warmUp = 3;

  @Override
  public Integer call() throws Exception {
    try (Servers servers = Servers.startWithKafka();
        Gateway gateway = Gateway.start()) {
      Database database = servers.database("marketplace");
      try (ServiceProcess market =
          ServiceProcess.start(servers, gateway, Part.MARKETPLACE, "marketplace", database)) {
        System.out.printf("Making %,d listings …%n", listings);
        Shelf.fill(database, listings, new Random(SEED));
        servers.checkpoint();
        System.out.println("Warming up …");
        for (Kind kind : Kind.values()) {
          search(market, gateway, kind, warmUp);
        }
        Report.write("Marketplace: search", lines(measure(market, gateway)));
      }
    }
    return 0;
  }

  private Rounds measure(ServiceProcess market, Gateway gateway) throws Exception {
    Map<String, Rounds.Measurement> queries = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      queries.put(kind.title(), () -> search(market, gateway, kind, seconds));
    }
    for (String sort : DEEP_SORTS) {
      for (int page : PAGES) {
        Query deep =
            DeepPage.find(market.address(), gateway.tokenOf(CALLER, Part.MARKETPLACE), sort, page);
        queries.put(titleOf(sort, page), () -> search(market, gateway, deep, seconds));
      }
    }
    return Rounds.run(rounds, queries);
  }

  private static Throughput search(ServiceProcess market, Gateway gateway, Query query, int length)
      throws Exception {
    String token = gateway.tokenOf(CALLER, Part.MARKETPLACE);
    return Workers.run(
        CONNECTIONS,
        Duration.ofSeconds(length),
        () -> new Searches(market.address(), query, token));
  }

  private static String titleOf(String sort, int page) {
    return "all by %s, page %,d".formatted(sort, page);
  }

  private List<String> lines(Rounds searches) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("`GET /marketplace/services` among %,d listings of 4 words in the title, 2 tags and 60"
                + " words of description, drawn from 20,000 words so that the commonest is in an"
                + " eighth of all listings; searched words are drawn alike. First pages of 20 with"
                + " facets, others without; %d connections, called directly with a signed token, without the gateway;"
                + " median of the rounds.")
            .formatted(listings, CONNECTIONS));
    lines.add("");
    lines.addAll(searches.table());
    lines.add("");
    lines.add("| goal | asks for | reached |");
    lines.add("|---|---|---|");
    for (String name : searches.names()) {
      lines.add(
          "| %s | p99 <= 50 ms | %.1f ms |"
              .formatted(name, searches.median(name).latencies().p99()));
    }
    for (String sort : DEEP_SORTS) {
      lines.add(
          "| page 1,000 by %s against page 2, calls a second | >= 1 x | %.2f x |"
              .formatted(sort, searches.ratio(titleOf(sort, PAGES[1]), titleOf(sort, PAGES[0]))));
    }
    return lines;
  }
}
