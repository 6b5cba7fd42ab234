package dev.agora.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.gateway.ratelimit.RateLimits.Verdict;
import dev.agora.gateway.ratelimit.RateProperties.Read;
import dev.agora.gateway.ratelimit.RateProperties.Shared;
import dev.agora.gateway.ratelimit.RateProperties.SignIn;
import dev.agora.gateway.ratelimit.RateProperties.Webhook;
import dev.agora.gateway.ratelimit.RateProperties.Write;
import dev.agora.gateway.route.Traffic;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpMethod;

class RateLimitsTest {

  private static final Shared ALONE = new Shared(null, null, null, Duration.ofMillis(100));

  private final AtomicLong nanos = new AtomicLong();
  private final RateLimits limits =
      new RateLimits(
          new RateProperties(
              new Read(10, 10), new Write(3, 2), new SignIn(1, 1), new Webhook(5, 5), 100, ALONE),
          new ManualMeter(nanos));

  @Test
  void aBurstIsAllowedAndThenTheSustainedRate() {
    for (int i = 2; i >= 0; i--) {
      assertThat(limits.count(RateClass.WRITE, "agt_1").remaining()).isEqualTo(i);
    }
    Verdict refused = limits.count(RateClass.WRITE, "agt_1");
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(500));
    assertThat(refused.secondsToFull()).isEqualTo(2);

    nanos.addAndGet(Duration.ofMillis(500).toNanos());
    assertThat(limits.count(RateClass.WRITE, "agt_1").allowed()).isTrue();
    assertThat(limits.count(RateClass.WRITE, "agt_1").allowed()).isFalse();
  }

  @Test
  void callersAndClassesAreCountedApart() {
    assertThat(limits.count(RateClass.SIGN_IN, "127.0.0.1").allowed()).isTrue();
    assertThat(limits.count(RateClass.SIGN_IN, "127.0.0.1").allowed()).isFalse();
    assertThat(limits.count(RateClass.SIGN_IN, "127.0.0.2").allowed()).isTrue();
    assertThat(limits.count(RateClass.READ, "127.0.0.1").allowed()).isTrue();
  }

  @Test
  void methodAndRouteDecideTheClass() {
    assertThat(RateClass.of(Traffic.API, HttpMethod.GET)).isEqualTo(RateClass.READ);
    assertThat(RateClass.of(Traffic.API, HttpMethod.POST)).isEqualTo(RateClass.WRITE);
    assertThat(RateClass.of(Traffic.API, HttpMethod.DELETE)).isEqualTo(RateClass.WRITE);
    assertThat(RateClass.of(Traffic.SIGN_IN, HttpMethod.POST)).isEqualTo(RateClass.SIGN_IN);
    assertThat(RateClass.of(Traffic.WEBHOOK, HttpMethod.POST)).isEqualTo(RateClass.WEBHOOK);
  }

  @Test
  void writesAreTwoHundredAtOnceAndAHundredASecondUnlessConfigured() {
    assertThat(bind(Map.of()).write()).isEqualTo(new Write(200, 100));
    RateProperties configured =
        bind(
            Map.of(
                "agora.gateway.rates.read.burst", "1",
                "agora.gateway.rates.read.per-second", "2",
                "agora.gateway.rates.write.burst", "3",
                "agora.gateway.rates.write.per-second", "4",
                "agora.gateway.rates.sign-in.burst", "5",
                "agora.gateway.rates.sign-in.per-second", "6",
                "agora.gateway.rates.webhook.burst", "7",
                "agora.gateway.rates.webhook.per-second", "8",
                "agora.gateway.rates.callers-max", "9",
                "agora.gateway.rates.shared.url", "a",
                "agora.gateway.rates.shared.user", "b",
                "agora.gateway.rates.shared.password", "c",
                "agora.gateway.rates.shared.every", "10ms"));
    assertThat(configured)
        .isEqualTo(
            new RateProperties(
                new Read(1, 2),
                new Write(3, 4),
                new SignIn(5, 6),
                new Webhook(7, 8),
                9,
                new Shared("a", "b", "c", Duration.ofMillis(10))));
  }

  private static RateProperties bind(Map<String, String> keys) {
    return new Binder(new MapConfigurationPropertySource(keys))
        .bindOrCreate("agora.gateway.rates", RateProperties.class);
  }

  private record ManualMeter(AtomicLong nanos) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
