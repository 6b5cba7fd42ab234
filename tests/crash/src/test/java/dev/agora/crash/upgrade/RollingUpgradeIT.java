package dev.agora.crash.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of a service, replaced one after the other, while callers pay, read and buy: no
 * request fails, and every saga that was under way ends. In the suite for the ledger, which
 * payments and purchases need alike; {@code -Pproof} does it for all five.
 */
class RollingUpgradeIT {
  private static final Duration END = Duration.ofSeconds(60);
  private static final BigDecimal PACKAGE = new BigDecimal("100");
  private static final BigDecimal PAYMENT = new BigDecimal("0.1");
  private static final List<Part> PARTS =
      Arrays.stream(System.getProperty("upgrade.parts", "ledger").split(",", -1))
          .map(Part::named)
          .toList();

  @TempDir private Path folder;

  @Test
  void noRequestFailsAndEverySagaEnds() {
    Map<Part, ServiceAddress> addresses = new EnumMap<>(Part.class);
    EconomyOptions options =
        EconomyOptions.in(folder.resolve("economy"))
            .with(
                Part.GATEWAY,
                "AGORA_GATEWAY_UPSTREAM_LIFEMAX",
                Replicas.LIFE_OF_A_CONNECTION.toString());
    for (Part part : PARTS) {
      ServiceAddress address = new ServiceAddress();
      addresses.put(part, address);
      address.add(options.ports().of(part));
      options = options.with(Part.GATEWAY, "AGORA_" + part.name() + "_URL", address.url());
    }
    try (LocalEconomy economy = LocalEconomy.start(options)) {
      List<Replicas> replicas = new ArrayList<>();
      addresses.forEach(
          (part, address) -> replicas.add(new Replicas(economy, part, address, folder)));
      try {
        upgradeUnderLoad(economy, replicas);
      } finally {
        replicas.forEach(Replicas::close);
      }
    } finally {
      addresses.values().forEach(ServiceAddress::close);
    }
  }

  private void upgradeUnderLoad(LocalEconomy economy, List<Replicas> replicas) {
    Api anyone = Api.at(economy.gateway());
    Person buyer = person(anyone, "Ada");
    Agent payer = buyer.createAgent("Payer");
    Agent payee = person(anyone, "Bob").createAgent("Payee");
    awaitKnown(buyer, payer, payee);
    BigDecimal before = payer.balance().amount("/available");
    Load load = new Load(economy.gateway(), buyer, payer, payee);
    try (load) {
      load.start();
      replicas.forEach(Replicas::startSecond);
      replicas.forEach(Replicas::upgrade);
    }
    System.out.printf(
        "Upgraded %s under load: %d payments, %d reads, %d purchases, %d failures%n",
        PARTS, load.payments(), load.reads(), load.purchases().size(), load.failures().size());
    assertThat(load.failures()).isEmpty();
    assertThat(load.payments()).isGreaterThan(100);
    assertThat(load.reads()).isGreaterThan(100);
    assertThat(load.purchases()).hasSizeGreaterThan(5);
    load.purchases().forEach(purchase -> assertCompleted(buyer.api(), purchase));
    assertThat(payer.balance().amount("/available"))
        .isEqualByComparingTo(
            before
                .add(PACKAGE.multiply(new BigDecimal(load.purchases().size())))
                .subtract(PAYMENT.multiply(new BigDecimal(load.payments()))));
    assertThat(anyone.get("/api/v1/ledger/proof").must(200).body().at("/ok").asBoolean(false))
        .isTrue();
  }

  /** News of new agents take a moment to reach billing and the ledger. */
  private static void awaitKnown(Person buyer, Agent payer, Agent payee) {
    Map<String, String> wish = Map.of("agent", payer.id(), "package", "pkg_100");
    await("billing knows the payer")
        .atMost(END)
        .until(() -> buyer.api().post("/api/v1/billing/purchase-credits", wish).status() == 202);
    buyer.buy(payer, "pkg_100");
    await("the ledger knows the payee")
        .atMost(END)
        .until(() -> payer.transfer(payee, "1").status() == 201);
  }

  private static void assertCompleted(Api buyer, String purchase) {
    String path = "/api/v1/billing/purchases/" + purchase;
    await(path)
        .atMost(END)
        .untilAsserted(() -> assertThat(buyer.get(path).text("/status")).isEqualTo("COMPLETED"));
  }

  private static Person person(Api anyone, String name) {
    String email = name + "-" + UUID.randomUUID() + "@agora.example";
    return Person.signUp(anyone, name, email, "correct horse battery staple");
  }
}
