package dev.agora.messaging.relay;

import io.debezium.config.Configuration;
import io.debezium.connector.base.QueueProviderService;
import io.debezium.connector.postgresql.PostgresConnectorTask;
import io.debezium.pipeline.DataChangeEvent;
import io.debezium.service.spi.ServiceProvider;
import io.debezium.service.spi.ServiceRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Debezium's task, but for how it waits for what was read.
 *
 * <p>{@code ChangeEventQueue.poll} of Debezium 3.6 hands nothing over before its interval is over,
 * and spins through the interval's last millisecond: with the 5 ms that latency asks for, a sixth
 * of a core in each service, for nothing.
 */
public final class RelayTask extends PostgresConnectorTask {

  static final int BATCH_MAX = 512;

  /** After so much silence Debezium's own poll is asked, which tells whether the reader failed. */
  private static final Duration QUIET = Duration.ofMillis(250);

  private final RelayQueue queue = new RelayQueue();

  @Override
  protected void registerServiceProviders(ServiceRegistry services) {
    super.registerServiceProviders(services);
    // The later registration counts.
    services.registerServiceProvider(new OwnQueue(queue));
  }

  @Override
  public List<SourceRecord> doPoll() throws InterruptedException {
    List<DataChangeEvent> changes = queue.take(BATCH_MAX, QUIET);
    return changes.isEmpty()
        ? super.doPoll()
        : changes.stream().map(DataChangeEvent::getRecord).toList();
  }

  private record OwnQueue(RelayQueue queue) implements ServiceProvider<QueueProviderService> {

    @Override
    public Class<QueueProviderService> getServiceClass() {
      return QueueProviderService.class;
    }

    @Override
    public QueueProviderService createService(Configuration settings, ServiceRegistry services) {
      return new QueueProviderService(queue);
    }
  }
}
