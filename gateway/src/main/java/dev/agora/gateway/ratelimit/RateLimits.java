package dev.agora.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.agora.gateway.ratelimit.RateProperties.Rate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * A bucket for each caller and class, in this gateway's memory. Thread-safe.
 *
 * <p>Where gateways share their rates, each bucket is set right now and then by what all of them
 * have let through together.
 */
@Component
class RateLimits {

  private final RateProperties rates;
  private final LoadingCache<Counted, Bucket> buckets;
  private final boolean sharing;

  /** What has passed here and no other gateway knows of yet. */
  private final Map<Counted, Long> untold = new ConcurrentHashMap<>();

  RateLimits(RateProperties rates, TimeMeter time) {
    this.rates = rates;
    this.sharing = rates.shared().url() != null;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(rates.callersMax())
            .expireAfterAccess(refillOfSlowest(rates))
            .build(counted -> bucket(rates.of(counted.rateClass()), time));
  }

  /** Who is counted, and as what. */
  record Counted(RateClass rateClass, String who) {}

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
    Counted counted = new Counted(rateClass, who);
    ConsumptionProbe probe = buckets.get(counted).tryConsumeAndReturnRemaining(1);
    if (sharing && probe.isConsumed()) {
      untold.merge(counted, 1L, Long::sum);
    }
    return new Verdict(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()),
        rates.of(rateClass));
  }

  /** What has passed since the last time, of so many callers at most. */
  Map<Counted, Long> takeUntold(int callersMax) {
    Map<Counted, Long> taken = new HashMap<>();
    for (Counted counted : List.copyOf(untold.keySet())) {
      if (taken.size() == callersMax) {
        break;
      }
      Long requests = untold.remove(counted);
      if (requests != null) {
        taken.put(counted, requests);
      }
    }
    return taken;
  }

  /** It could not be told; the next time then. */
  void giveBack(Map<Counted, Long> taken) {
    taken.forEach((counted, requests) -> untold.merge(counted, requests, Long::sum));
  }

  /**
   * Sets a bucket right.
   *
   * @param missing how many requests all gateways together have let through and are not refilled
   *     yet; without what is untold
   */
  void setRight(Counted counted, long missing) {
    Bucket bucket = buckets.get(counted);
    long wanted =
        rates.of(counted.rateClass()).burst() - missing - untold.getOrDefault(counted, 0L);
    long tooMany = bucket.getAvailableTokens() - wanted;
    if (tooMany > 0) {
      bucket.consumeIgnoringRateLimits(tooMany);
    } else if (tooMany < 0) {
      bucket.addTokens(-tooMany);
    }
  }

  Rate rateOf(RateClass rateClass) {
    return rates.of(rateClass);
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
