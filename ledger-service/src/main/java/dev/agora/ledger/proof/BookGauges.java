package dev.agora.ledger.proof;

import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Economy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The books as gauges, which show the latest reading and how old it is. */
final class BookGauges {

  private static final Logger log = LoggerFactory.getLogger(BookGauges.class);
  private static final long MICROS_PER_CREDIT = 1_000_000;
  private static final long CENTS_PER_DOLLAR = 100;

  private final Economy economy;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Map<String, Boolean> checks = new ConcurrentHashMap<>();
  private volatile ProveLedger.Books books;
  private volatile Instant readAt;

  BookGauges(ProveLedger.Books first, Economy economy, Clock clock, MeterRegistry meters) {
    this.economy = economy;
    this.clock = clock;
    this.meters = meters;
    this.readAt = clock.instant();
    this.books = first;
    register();
  }

  void show(ProveLedger.Books latest) {
    books = latest;
    readAt = clock.instant();
    latest.proof().checks().forEach(this::note);
  }

  private void note(Check check) {
    Boolean before = checks.put(check.name(), check.ok());
    if (before == null) {
      Gauge.builder("agora.ledger.check", () -> checks.getOrDefault(check.name(), false) ? 1 : 0)
          .description("1 while a check of the proof holds, 0 when not")
          .tag("check", check.name())
          .register(meters);
    }
    if (!check.ok() && !Boolean.FALSE.equals(before)) {
      log.error("the check {} does not hold: {}", check.name(), check.figures());
    }
  }

  private void register() {
    books.proof().checks().forEach(this::note);
    TimeGauge.builder("agora.ledger.books.age", this::ageMillis, TimeUnit.MILLISECONDS)
        .description("since the figures of the books were read")
        .register(meters);
    for (Asset asset : Asset.values()) {
      Gauge.builder("agora.ledger.imbalance", () -> shown(books.figures().sum(asset), asset))
          .description("the sum of all balances of an asset; anything but 0 is an alarm")
          .tag("asset", asset.name())
          .register(meters);
    }
    dollars("agora.ledger.solvency.cash", "held for customers", Backing::cash);
    dollars(
        "agora.ledger.solvency.cost",
        "what all credits outside the platform could cost at most",
        backing -> backing.highestCost(economy));
    credits("agents", figures -> figures.agents().total());
    credits("holds", figures -> figures.holds().total());
    credits("frozen", figures -> figures.frozen().total());
    credits("debt", figures -> -figures.debt());
    for (PlatformAccount account : PlatformAccount.values()) {
      Gauge.builder(
              "agora.ledger.account", () -> shown(books.figures().of(account), account.asset()))
          .description("balances of the platform's accounts, in credits or dollars")
          .tag("account", account.path())
          .tag("asset", account.asset().name())
          .register(meters);
    }
  }

  private void dollars(String name, String description, ToLongFunction<Backing> cents) {
    Gauge.builder(name, () -> shown(cents.applyAsLong(books.figures().backing()), Asset.USD))
        .description(description)
        .baseUnit("dollars")
        .register(meters);
  }

  private void credits(String holder, ToLongFunction<Figures> micros) {
    Gauge.builder(
            "agora.ledger.credits", () -> shown(micros.applyAsLong(books.figures()), Asset.CREDIT))
        .description("credits outside the platform, by where they are; debt is what agents owe")
        .tag("in", holder)
        .register(meters);
  }

  /** Gauges are floating point numbers whatever one does; nothing is calculated with them. */
  private static double shown(long smallest, Asset asset) {
    return (double) smallest / (asset == Asset.CREDIT ? MICROS_PER_CREDIT : CENTS_PER_DOLLAR);
  }

  private long ageMillis() {
    return Duration.between(readAt, clock.instant()).toMillis();
  }
}
