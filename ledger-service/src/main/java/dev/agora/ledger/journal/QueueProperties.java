package dev.agora.ledger.journal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests share commits.
 *
 * @param capacity requests that wait at most; one more is answered 503
 * @param batchMax requests in one commit, 1 to 3072
 * @param gatherMax how long after the beginning of a batch of several the next one waits for as
 *     many again; 0 to 100 ms
 * @param waitMax how long a request waits for its turn before it is answered 503
 */
@ConfigurationProperties("agora.ledger.queue")
record QueueProperties(
    @DefaultValue("2000") int capacity,
    @DefaultValue("500") int batchMax,
    @DefaultValue("15ms") Duration gatherMax,
    @DefaultValue("5s") Duration waitMax) {

  private static final Duration GATHER_MOST = Duration.ofMillis(100);

  QueueProperties {
    if (capacity < 1 || batchMax < 1 || batchMax > Batch.POSTINGS_MAX) {
      throw new IllegalArgumentException(
          "agora.ledger.queue: capacity is from 1, batch-max from 1 to " + Batch.POSTINGS_MAX);
    }
    if (gatherMax.isNegative() || gatherMax.compareTo(GATHER_MOST) > 0) {
      throw new IllegalArgumentException(
          "agora.ledger.queue.gather-max is " + gatherMax + ", not 0 to 100 ms");
    }
  }
}
