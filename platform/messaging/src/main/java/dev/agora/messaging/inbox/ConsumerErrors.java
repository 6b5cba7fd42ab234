package dev.agora.messaging.inbox;

import dev.agora.messaging.MessagingProperties;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to a message whose handling failed: it is tried again in place, so that its key
 * stays in order, and becomes a dead letter at last.
 */
final class ConsumerErrors {

  private final KafkaTemplate<byte[], byte[]> template;
  private final MessagingProperties.Inbox settings;
  private final InboxMetrics metrics;

  ConsumerErrors(
      KafkaTemplate<byte[], byte[]> template,
      MessagingProperties properties,
      InboxMetrics metrics) {
    this.template = template;
    this.settings = properties.inbox();
    this.metrics = metrics;
  }

  CommonErrorHandler of(MessageHandlers handlers) {
    DeadLetterPublishingRecoverer deadLetters =
        new DeadLetterPublishingRecoverer(
            template,
            (message, failure) -> {
              metrics.deadLetter(handlers.consumer());
              // Any partition: the key chooses it, whatever their number.
              return new TopicPartition(handlers.deadLetterTopic(), -1);
            });
    DefaultErrorHandler errors = new DefaultErrorHandler(deadLetters, retries());
    errors.addNotRetryableExceptions(UndecodableMessageException.class);
    errors.setBackOffFunction((message, failure) -> isDatabaseAway(failure) ? patience() : null);
    errors.setRetryListeners(new RetryLog(handlers.consumer()));
    return errors;
  }

  private BackOff retries() {
    ExponentialBackOff retries = patience();
    retries.setMaxElapsedTime(settings.retryAtMost().toMillis());
    return retries;
  }

  private ExponentialBackOff patience() {
    ExponentialBackOff patience = new ExponentialBackOff(settings.retryFirst().toMillis(), 2);
    patience.setMaxInterval(settings.retryLongest().toMillis());
    return patience;
  }

  /** Without a database no message can be handled, so setting one aside would not help the next. */
  private static boolean isDatabaseAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotCreateTransactionException
          || cause instanceof DataAccessResourceFailureException) {
        return true;
      }
    }
    return false;
  }
}
