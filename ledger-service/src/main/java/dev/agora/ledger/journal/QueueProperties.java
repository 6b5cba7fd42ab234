package dev.agora.ledger.journal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests share commits.
 *
 * @param capacity requests that wait at most; one more is answered 503
 * @param batchMax requests in one commit, 1 to 3072
 * @param waitMax how long a request waits for its turn before it is answered 503
 */
@ConfigurationProperties("agora.ledger.queue")
record QueueProperties(
    @DefaultValue("2000") int capacity,
    @DefaultValue("500") int batchMax,
    @DefaultValue("5s") Duration waitMax) {

  QueueProperties {
    if (capacity < 1 || batchMax < 1 || batchMax > Batch.POSTINGS_MAX) {
      throw new IllegalArgumentException(
          "agora.ledger.queue: capacity is from 1, batch-max from 1 to " + Batch.POSTINGS_MAX);
    }
  }
}
