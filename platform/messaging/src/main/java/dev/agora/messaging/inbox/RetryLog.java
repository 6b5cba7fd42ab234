package dev.agora.messaging.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/** Says why a message is tried again, and in full why it was set aside. */
final class RetryLog implements RetryListener {

  private static final Logger LOG = LoggerFactory.getLogger(RetryLog.class);

  private final String consumer;

  RetryLog(String consumer) {
    this.consumer = consumer;
  }

  @Override
  public void failedDelivery(
      ConsumerRecord<?, ?> message, @Nullable Exception failure, int attempt) {
    LOG.warn(
        "{} could not handle {}, attempt {}: {}",
        consumer,
        place(message),
        attempt,
        failure == null ? "" : NestedExceptionUtils.getMostSpecificCause(failure).toString());
  }

  @Override
  public void recovered(ConsumerRecord<?, ?> message, @Nullable Exception failure) {
    LOG.error("{} set {} aside as a dead letter", consumer, place(message), failure);
  }

  @Override
  public void recoveryFailed(
      ConsumerRecord<?, ?> message, @Nullable Exception original, Exception failure) {
    LOG.error("{} could not set {} aside", consumer, place(message), failure);
  }

  private static String place(ConsumerRecord<?, ?> message) {
    return message.topic() + "-" + message.partition() + "@" + message.offset();
  }
}
