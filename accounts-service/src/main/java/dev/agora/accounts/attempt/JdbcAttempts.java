package dev.agora.accounts.attempt;

import dev.agora.jdbc.JdbcInstants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts tries. One is taken before the work and given back if it turns out to be none of those
 * that are counted, so that many at once do not pass together.
 */
@Repository
public class JdbcAttempts {

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcAttempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes one try from each of the allowances, or from none.
   *
   * @param allowances in an order of kinds that is the same everywhere: their rows are locked
   * @return how long to wait for a try; empty if it was taken
   */
  @Transactional
  public Optional<Duration> take(List<Allowance> allowances) {
    Instant now = clock.instant();
    for (int i = 0; i < allowances.size(); i++) {
      if (!take(allowances.get(i), now)) {
        giveBack(allowances.subList(0, i));
        return Optional.of(wait(allowances.get(i), now));
      }
    }
    return Optional.empty();
  }

  /** As if it had not been tried. */
  @Transactional
  public void giveBack(List<Allowance> allowances) {
    for (Allowance allowance : allowances) {
      jdbc.sql("UPDATE attempt SET full_at = full_at - :refill * interval '1 ms' WHERE key = :key")
          .param("key", allowance.key())
          .param("refill", allowance.refill().toMillis())
          .update();
    }
  }

  /** Forgets whatever is full again. */
  @Transactional
  public int forget() {
    return jdbc.sql("DELETE FROM attempt WHERE full_at <= :now")
        .param("now", utc(clock.instant()))
        .update();
  }

  private boolean take(Allowance allowance, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO attempt (key, full_at) VALUES (:key, :next)
                ON CONFLICT (key) DO UPDATE
                SET full_at = greatest(attempt.full_at, :now) + :refill * interval '1 ms'
                WHERE greatest(attempt.full_at, :now) + :refill * interval '1 ms' <= :last
                """)
            .param("key", allowance.key())
            .param("now", utc(now))
            .param("next", utc(now.plus(allowance.refill())))
            .param("last", utc(now.plus(allowance.refill().multipliedBy(allowance.burst()))))
            .param("refill", allowance.refill().toMillis())
            .update()
        == 1;
  }

  private Duration wait(Allowance allowance, Instant now) {
    Instant fullAt =
        jdbc.sql("SELECT full_at FROM attempt WHERE key = :key")
            .param("key", allowance.key())
            .query((row, number) -> JdbcInstants.read(row, "full_at"))
            .single();
    Duration capacity = allowance.refill().multipliedBy(allowance.burst() - 1L);
    return Duration.between(now, fullAt.minus(capacity));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
