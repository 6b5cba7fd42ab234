package dev.agora.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.agora.gateway.ratelimit.RateProperties.Rate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A bucket for each caller and class, in this gateway's memory. Thread-safe. */
@Component
class RateLimits {

  private final RateProperties rates;
  private final LoadingCache<Counted, Bucket> buckets;

  RateLimits(RateProperties rates, TimeMeter time) {
    this.rates = rates;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(rates.callersMax())
            .expireAfterAccess(refillOfSlowest(rates))
            .build(counted -> bucket(rates.of(counted.rateClass()), time));
  }

  private record Counted(RateClass rateClass, String who) {}

  /**
   * What one request finds.
   *
   * @param allowed whether it may pass
   * @param remaining requests that may follow at once
   * @param retryAfter until one more may pass; zero if it was allowed
   * @param rate of its class
   */
  record Verdict(boolean allowed, long remaining, Duration retryAfter, Rate rate) {

    /** Whole seconds until the bucket is full again. */
    long secondsToFull() {
      long missing = rate.burst() - remaining;
      return (missing + rate.perSecond() - 1) / rate.perSecond();
    }
  }

  /** Counts a request. */
  Verdict count(RateClass rateClass, String who) {
    ConsumptionProbe probe =
        buckets.get(new Counted(rateClass, who)).tryConsumeAndReturnRemaining(1);
    return new Verdict(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()),
        rates.of(rateClass));
  }

  private static Bucket bucket(Rate rate, TimeMeter time) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  /** A bucket may be forgotten once it would be full again anyway. */
  private static Duration refillOfSlowest(RateProperties rates) {
    long seconds = 1;
    for (RateClass rateClass : RateClass.values()) {
      Rate rate = rates.of(rateClass);
      seconds = Math.max(seconds, rate.burst() / rate.perSecond() + 1L);
    }
    return Duration.ofSeconds(seconds);
  }
}
