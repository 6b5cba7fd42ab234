package dev.agora.messaging.deadletter;

import dev.agora.messaging.KafkaSettings;
import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.Phases;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/** Listens to all dead letter topics of the service with one thread, and never gives up. */
final class DeadLetterContainer implements SmartLifecycle {

  private static final Duration AUTHORIZATION_RETRY = Duration.ofSeconds(10);

  private final DeadLetterReceiver receiver;
  private final KafkaSettings kafka;
  private final MessagingProperties properties;
  private volatile @Nullable KafkaMessageListenerContainer<byte[], byte[]> running;

  DeadLetterContainer(
      DeadLetterReceiver receiver, KafkaSettings kafka, MessagingProperties properties) {
    this.receiver = receiver;
    this.kafka = kafka;
    this.properties = properties;
  }

  @Override
  public void start() {
    if (properties.inbox().enabled() && receiver.topics().length > 0) {
      KafkaMessageListenerContainer<byte[], byte[]> container = container();
      container.start();
      running = container;
    }
  }

  @Override
  public void stop() {
    KafkaMessageListenerContainer<byte[], byte[]> stopping = running;
    running = null;
    if (stopping != null) {
      stopping.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  @Override
  public int getPhase() {
    return Phases.INBOX;
  }

  private KafkaMessageListenerContainer<byte[], byte[]> container() {
    String group = properties.service() + "-dead-letters";
    ContainerProperties settings = new ContainerProperties(receiver.topics());
    settings.setGroupId(group);
    settings.setAckMode(AckMode.RECORD);
    settings.setAuthExceptionRetryInterval(AUTHORIZATION_RETRY);
    settings.setMissingTopicsFatal(false);
    settings.setMicrometerEnabled(false);
    settings.setMessageListener(receiver);
    KafkaMessageListenerContainer<byte[], byte[]> container =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(kafka.consumer(group)), settings);
    container.setCommonErrorHandler(new DefaultErrorHandler(new ExponentialBackOff()));
    container.setBeanName("dead-letters");
    return container;
  }
}
