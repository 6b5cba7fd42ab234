package dev.agora.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.agora.gateway.ratelimit.RateProperties.Read;
import dev.agora.gateway.ratelimit.RateProperties.Shared;
import dev.agora.gateway.ratelimit.RateProperties.SignIn;
import dev.agora.gateway.ratelimit.RateProperties.Webhook;
import dev.agora.gateway.ratelimit.RateProperties.Write;
import dev.agora.local.infrastructure.Database;
import dev.agora.support.RealParts;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways on one database. */
@RealParts
class SharedRatesIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int BURST = 100;

  private final Database database;
  private final List<Gateway> running = new ArrayList<>();
  private final String caller = "agt_" + UUID.randomUUID();
  private Gateway one;
  private Gateway other;

  SharedRatesIT(Database database) {
    this.database = database;
  }

  private record Gateway(
      RateLimits limits, SharedRates shared, HikariDataSource pool, MeterRegistry registry) {

    boolean admits(String caller) {
      return limits.count(RateClass.WRITE, caller).allowed();
    }

    int admitted(String caller) {
      int count = 0;
      while (admits(caller)) {
        count++;
      }
      return count;
    }

    double secondsSinceTold() {
      return registry.get("agora.gateway.rates.shared.age").timeGauge().value(TimeUnit.SECONDS);
    }
  }

  @BeforeEach
  void startBoth() {
    one = start();
    other = start();
  }

  @AfterEach
  void stopAll() {
    for (Gateway gateway : running) {
      gateway.shared().stop();
      gateway.pool().close();
    }
  }

  @Test
  void whatOneLetsThroughTheOtherOneCounts() {
    one.admitted(caller);
    // Its first request here is told, and the answer has what passed there.
    other.admits(caller);

    await().atMost(SOON).until(() -> !other.admits(caller));
    assertThat(other.admits("agt_somebody-else")).isTrue();
    assertThat(other.limits().count(RateClass.READ, caller).allowed()).isTrue();
  }

  @Test
  void aCallerOfBothGetsTheRateOfOne() {
    one.admitted(caller);
    other.admitted(caller);
    await().atMost(SOON).until(() -> one.secondsSinceTold() < 1 && other.secondsSinceTold() < 1);
    long began = System.nanoTime();
    long admitted = 0;
    while (System.nanoTime() - began < Duration.ofSeconds(3).toNanos()) {
      admitted += one.admits(caller) ? 1 : 0;
      admitted += other.admits(caller) ? 1 : 0;
      Thread.onSpinWait();
    }

    // Alone each would have admitted 10 a second, and both together 60.
    assertThat(admitted).isLessThanOrEqualTo(40);
  }

  @Test
  void withoutTheDatabaseEachCountsAloneAndLearnsAgainAfterwards() throws SQLException {
    await().atMost(SOON).until(() -> one.secondsSinceTold() < 1 && other.secondsSinceTold() < 1);
    try (Connection locking =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement lock = locking.createStatement()) {
      locking.setAutoCommit(false);
      lock.execute("LOCK TABLE rate_bucket IN ACCESS EXCLUSIVE MODE");
      assertThat(one.admitted(caller)).isGreaterThanOrEqualTo(BURST);
      await().atMost(SOON).until(() -> one.secondsSinceTold() > 2);
      assertThat(other.admitted(caller)).isGreaterThanOrEqualTo(BURST);
      locking.rollback();
    }
    await().atMost(SOON).until(() -> one.secondsSinceTold() < 1 && other.secondsSinceTold() < 1);
    String another = "agt_" + UUID.randomUUID();
    one.admitted(another);
    other.admits(another);
    await().atMost(SOON).until(() -> !other.admits(another));
  }

  private Gateway start() {
    RateProperties properties =
        new RateProperties(
            new Read(BURST, 10),
            new Write(BURST, 10),
            new SignIn(BURST, 10),
            new Webhook(BURST, 10),
            100,
            new Shared(
                database.url(), database.user(), database.password(), Duration.ofMillis(50)));
    RateLimits limits = new RateLimits(properties, TimeMeter.SYSTEM_NANOTIME);
    SharedRatesConfiguration configuration = new SharedRatesConfiguration();
    HikariDataSource pool = configuration.rateDatabase(properties);
    MeterRegistry registry = new SimpleMeterRegistry();
    SharedRates shared = configuration.sharedRates(limits, properties, pool, registry);
    shared.start();
    Gateway gateway = new Gateway(limits, shared, pool, registry);
    running.add(gateway);
    return gateway;
  }
}
