package dev.agora.bench.engine;

import dev.agora.ledger.LedgerApplication;
import dev.agora.ledger.journal.Chaining;
import dev.agora.local.infrastructure.Database;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The ledger service in this process, with its queue and its one writer, but without relay and
 * readers of Kafka, and with a web server that nobody calls. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private static final String NOWHERE = "http://127.0.0.1:9/jwks";

  private final ConfigurableApplicationContext context;

  private Engine(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts it on that database, whose tables it makes. */
  public static Engine start(Database database) {
    return start(database, unchanged -> {});
  }

  /** The same without hashes and batches: what it posts can not be audited. */
  static Engine startUnchained(Database database) {
    return start(
        database,
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "unchained",
                    Chaining.class,
                    () -> () -> false,
                    definition -> definition.setPrimary(true)));
  }

  private static Engine start(
      Database database, ApplicationContextInitializer<ConfigurableApplicationContext> change) {
    return new Engine(
        new SpringApplicationBuilder(LedgerApplication.class)
            .initializers(change)
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .run(
                "--AGORA_DB_URL=" + database.url(),
                "--AGORA_DB_USER=" + database.user(),
                "--AGORA_DB_PASSWORD=" + database.password(),
                "--AGORA_KAFKA=127.0.0.1:9",
                "--AGORA_JWKS_URL=" + NOWHERE,
                // What keeps answers comes only with a web server, which nobody calls here.
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=-1",
                "--agora.messaging.relay.enabled=false",
                "--agora.messaging.inbox.enabled=false",
                "--agora.economy.seasoning=7d",
                "--agora.ledger.analytics.every=1d",
                "--logging.level.root=error"));
  }

  /** Opens wallets with credits that were bought. */
  public Crowd populate(int agents) {
    return Crowd.create(this, agents);
  }

  /** Postings of a commit, on average since the start. */
  double batchSize() {
    DistributionSummary sizes = bean(MeterRegistry.class).get("agora.ledger.batch.size").summary();
    return sizes.mean();
  }

  /** Milliseconds that a commit spends in each stage, on average since the start. */
  Map<String, Double> stages() {
    Map<String, Double> millis = new LinkedHashMap<>();
    for (Timer timer : bean(MeterRegistry.class).get("agora.ledger.batch.stage").timers()) {
      millis.put(
          Objects.requireNonNull(timer.getId().getTag("stage")), timer.mean(TimeUnit.MILLISECONDS));
    }
    return millis;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
