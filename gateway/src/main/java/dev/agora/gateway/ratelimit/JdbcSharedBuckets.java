package dev.agora.gateway.ratelimit;

import dev.agora.gateway.ratelimit.RateLimits.Counted;
import dev.agora.gateway.ratelimit.RateProperties.Rate;
import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The buckets of all gateways together, each as the one instant at which it will be full again;
 * PostgreSQL's clock counts.
 */
final class JdbcSharedBuckets {

  private static final long MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);

  private final JdbcOperations jdbc;

  JdbcSharedBuckets(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  private record Use(Counted counted, String key, long requests, long microsEach) {}

  private record Bucket(String key, long microsToFull) {}

  /**
   * Adds what one gateway has let through.
   *
   * @return how many requests of each caller are not refilled yet, all gateways' together
   */
  Map<Counted, Long> add(Map<Counted, Long> requests, Function<RateClass, Rate> rates) {
    // In the order of keys, so that two gateways do not wait for each other.
    List<Use> uses =
        requests.entrySet().stream()
            .map(entry -> use(entry.getKey(), entry.getValue(), rates))
            .sorted(Comparator.comparing(Use::key))
            .toList();
    JdbcScript script = new JdbcScript(jdbc);
    JdbcAnswer<Bucket> answer =
        JdbcRows.of(uses)
            .texts(Use::key)
            .longs(use -> use.requests() * use.microsEach())
            .ask(
                script,
                """
                INSERT INTO rate_bucket AS kept (key, full_at)
                SELECT key, now() + micros * interval '1 microsecond' FROM unnest(?, ?) AS n (key, micros)
                ON CONFLICT (key) DO UPDATE
                  SET full_at = greatest(kept.full_at, now()) + (excluded.full_at - now())
                RETURNING key, (extract(epoch FROM full_at - now()) * 1000000)::bigint
                """,
                (row, index) -> new Bucket(row.getString(1), row.getLong(2)));
    script.run();
    Map<String, Long> microsToFull = new HashMap<>();
    answer.rows().forEach(bucket -> microsToFull.put(bucket.key(), bucket.microsToFull()));
    Map<Counted, Long> missing = new HashMap<>();
    for (Use use : uses) {
      missing.put(
          use.counted(), Math.ceilDiv(microsToFull.getOrDefault(use.key(), 0L), use.microsEach()));
    }
    return missing;
  }

  /** Forgets those that are full, but for the ones that somebody writes at the moment. */
  void forgetFull() {
    jdbc.update(
        """
        DELETE FROM rate_bucket WHERE key IN (
          SELECT key FROM rate_bucket WHERE full_at < now() FOR UPDATE SKIP LOCKED)
        """);
  }

  private static Use use(Counted counted, long requests, Function<RateClass, Rate> rates) {
    String key = counted.rateClass().label() + ' ' + counted.who();
    long perSecond = rates.apply(counted.rateClass()).perSecond();
    return new Use(counted, key, requests, Math.max(1, MICROS_PER_SECOND / perSecond));
  }
}
