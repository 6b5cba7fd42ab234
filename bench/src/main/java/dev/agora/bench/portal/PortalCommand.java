package dev.agora.bench.portal;

import dev.agora.bench.report.Report;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Api;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every page of an owner whose agents have paid each other very often. */
@Command(name = "portal", description = "The portal's pages, for an owner with a long past.")
public final class PortalCommand implements Callable<Integer> {
  private static final String MANY = "1000000";

  @Option(names = "--entries", description = "Entries of the owner's agents (default: 1000000).")
  private long entries = 1_000_000;

  @Option(names = "--agents", description = "Agents of the owner (default: 20).")
  private int agents = 20;

  @Option(names = "--looks", description = "Measured looks at each page (default: 60).")
  private int looks = 60;

  @Option(names = "--warm-up", description = "Looks at each page that do not count (default: 30).")
  private int warmUp = 30;

  @Override
  public Integer call() throws Exception {
    EconomyOptions options =
        EconomyOptions.in(Files.createTempDirectory("agora-bench"))
            .tell(System.out::println)
            .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_WRITE_BURST", MANY)
            .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_WRITE_PERSECOND", MANY)
            .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_READ_BURST", MANY)
            .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_READ_PERSECOND", MANY);
    try (LocalEconomy economy = LocalEconomy.start(options)) {
      Past past = Past.make(Api.at(economy.gateway()), agents, entries);
      Visitor visitor = Visitor.signIn(economy.gateway(), past.owner());
      for (int look = 0; look < warmUp; look++) {
        past.pages().forEach(visitor::look);
      }
      List<PageTimes> measured = new ArrayList<>();
      for (String page : past.pages()) {
        measured.add(PageTimes.of(page, looks, visitor));
        System.out.println(measured.getLast().row());
      }
      Report.write("Portal: an owner with a long past", PageTimes.report(past, measured));
    }
    return 0;
  }
}
