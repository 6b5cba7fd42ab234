package dev.agora.messaging.inbox;

import dev.agora.messaging.KafkaSettings;
import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.Phases;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;

/** Listens for all consumers of the service, and stops after the record at hand. */
final class InboxContainers implements SmartLifecycle {

  private static final Duration AUTHORIZATION_RETRY = Duration.ofSeconds(10);
  private static final Duration STOP_AT_MOST = Duration.ofSeconds(20);
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(1);

  private final List<MessageHandlers> consumers;
  private final KafkaSettings kafka;
  private final MessagingProperties.Inbox settings;
  private final Function<MessageHandlers, MessageReceiver> receivers;
  private final ConsumerErrors errors;
  private volatile List<ConcurrentMessageListenerContainer<byte[], byte[]>> running = List.of();

  InboxContainers(
      List<MessageHandlers> consumers,
      KafkaSettings kafka,
      MessagingProperties properties,
      Function<MessageHandlers, MessageReceiver> receivers,
      ConsumerErrors errors) {
    this.consumers = List.copyOf(consumers);
    this.kafka = kafka;
    this.settings = properties.inbox();
    this.receivers = receivers;
    this.errors = errors;
  }

  @Override
  public void start() {
    if (settings.enabled()) {
      running = consumers.stream().map(this::container).toList();
      running.forEach(AbstractMessageListenerContainer::start);
    }
  }

  @Override
  public void stop() {
    List<ConcurrentMessageListenerContainer<byte[], byte[]>> stopping = running;
    running = List.of();
    stopping.parallelStream().forEach(AbstractMessageListenerContainer::stop);
  }

  @Override
  public boolean isRunning() {
    return !running.isEmpty();
  }

  @Override
  public int getPhase() {
    return Phases.INBOX;
  }

  private ConcurrentMessageListenerContainer<byte[], byte[]> container(MessageHandlers handlers) {
    ContainerProperties properties = new ContainerProperties(handlers.topic());
    properties.setGroupId(handlers.consumer());
    // Now and then: a crash repeats some messages, which the inbox knows, and a round trip to Kafka
    // for each would cost more than handling it.
    properties.setAckMode(AckMode.TIME);
    properties.setAckTime(ACKNOWLEDGED_WITHIN.toMillis());
    properties.setPollTimeout(ACKNOWLEDGED_WITHIN.toMillis());
    properties.setStopImmediate(true);
    properties.setShutdownTimeout(STOP_AT_MOST.toMillis());
    properties.setAuthExceptionRetryInterval(AUTHORIZATION_RETRY);
    properties.setMissingTopicsFatal(false);
    properties.setMicrometerEnabled(false);
    properties.setMessageListener(receivers.apply(handlers));
    ConcurrentMessageListenerContainer<byte[], byte[]> container =
        new ConcurrentMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(kafka.consumer(handlers.consumer())), properties);
    container.setConcurrency(settings.concurrency());
    container.setCommonErrorHandler(errors.of(handlers));
    container.setBeanName(handlers.consumer() + "<" + handlers.topic());
    return container;
  }
}
