package dev.agora.messaging.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings batches to Kafka in order: what is not acknowledged is sent again from the first such
 * record on, in place, until it is. Blocking is the back-pressure.
 */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Producer<byte[], byte[]> producer;
  private final RelayProgress progress;
  private final Pause pause;

  Delivery(Producer<byte[], byte[]> producer, RelayProgress progress, Pause pause) {
    this.producer = producer;
    this.progress = progress;
    this.pause = pause;
  }

  /**
   * Returns when all are acknowledged.
   *
   * @throws IllegalStateException if Kafka will never take one of them
   */
  void deliver(List<ProducerRecord<byte[], byte[]>> batch) throws InterruptedException {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    List<ProducerRecord<byte[], byte[]>> open = batch;
    while (true) {
      open = open.subList(send(open), open.size());
      if (open.isEmpty()) {
        return;
      }
      progress.resending();
      pause.of(backoff.next());
    }
  }

  /** Sends all and waits for all, so that no late success overtakes what is sent again. */
  private int send(List<ProducerRecord<byte[], byte[]>> batch) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
    for (ProducerRecord<byte[], byte[]> message : batch) {
      sent.add(producer.send(message));
    }
    int acknowledged = 0;
    boolean failed = false;
    for (Future<RecordMetadata> one : sent) {
      failed |= !isAcknowledged(one);
      acknowledged += failed ? 0 : 1;
    }
    return acknowledged;
  }

  private static boolean isAcknowledged(Future<RecordMetadata> sent) throws InterruptedException {
    try {
      sent.get();
      return true;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RetriableException) {
        LOG.warn("Kafka did not take a message, sending again: {}", failure.getMessage());
        return false;
      }
      throw new IllegalStateException("Kafka refuses a message", failure.getCause());
    }
  }
}
