package dev.agora.messaging.relay;

import io.debezium.connector.postgresql.PostgresConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's connector to PostgreSQL with a task that sleeps until there is something to relay. */
public final class RelayConnector extends PostgresConnector {

  @Override
  public Class<? extends Task> taskClass() {
    return RelayTask.class;
  }
}
