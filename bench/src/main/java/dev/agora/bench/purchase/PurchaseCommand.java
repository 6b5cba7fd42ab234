package dev.agora.bench.purchase;

import dev.agora.bench.report.Report;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From a paid card to spendable credits, on a system of its own. */
@Command(name = "purchase", description = "Purchase sagas: how long each takes, how many a second.")
public final class PurchaseCommand implements Callable<Integer> {
  private static final String MANY = "1000000";

  /** Longer than the measurement: the poller must not do what is measured of the webhook. */
  private static final String POLLER_PAUSE = "PT30M";

  @Option(names = "--rate", description = "Payments a second, steadily (default: 20).")
  private int rate = 20;

  @Option(names = "--seconds", description = "Length of each measurement (default: 15).")
  private int seconds = 15;

  @Option(names = "--flood", description = "Payments as fast as can be (default: 1500).")
  private int flood = 1_500;

  @Option(names = "--rounds", description = "Measurements of each kind (default: 3).")
  private int rounds = 3;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("agora-bench");
    EconomyOptions options =
        EconomyOptions.in(folder)
            .tell(System.out::println)
            .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_WRITE_BURST", MANY)
            .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_WRITE_PERSECOND", MANY)
            .with(Part.BILLING, "AGORA_BILLING_CHECKINTERVALMIN", POLLER_PAUSE)
            .with(Part.BILLING, "AGORA_BILLING_CHECKINTERVALMAX", POLLER_PAUSE);
    try (LocalEconomy economy = LocalEconomy.start(options);
        Spendable spendable = new Spendable(economy.kafka())) {
      Buyers buyers = Buyers.signUp(economy.gateway());
      System.out.println("Warming up …");
      new Flood(buyers, spendable).run(flood);
      List<Steady.Result> steady = new ArrayList<>();
      List<Double> perSecond = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        steady.add(new Steady(buyers, spendable).run(rate, Duration.ofSeconds(seconds)));
        System.out.println("webhook to credits: " + steady.getLast().fromWebhook().line());
        perSecond.add(new Flood(buyers, spendable).run(flood));
        System.out.printf("%.0f sagas/s%n", perSecond.getLast());
      }
      requireProof(economy);
      Report.write(
          "Purchase: from the webhook to credits",
          new PurchaseReport(rate, seconds, flood, steady, perSecond).lines());
    }
    return 0;
  }

  private static void requireProof(LocalEconomy economy) {
    Answer proof = Api.at(economy.gateway()).get("/api/v1/ledger/proof").must(200);
    if (!proof.body().at("/ok").asBoolean(false)) {
      throw new IllegalStateException("the proof does not hold: " + proof.body());
    }
  }
}
