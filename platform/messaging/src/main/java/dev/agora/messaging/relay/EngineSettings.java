package dev.agora.messaging.relay;

import dev.agora.messaging.MessagingProperties;
import java.util.Properties;

/** What Debezium is told; docs/adr/0003 says why. */
final class EngineSettings {

  private EngineSettings() {}

  static Properties of(MessagingProperties properties, RelayDatabase database) {
    Properties all = new Properties();
    all.putAll(source(properties, database));
    all.putAll(pace(properties.relay()));
    return all;
  }

  private static Properties source(MessagingProperties properties, RelayDatabase database) {
    Properties all = new Properties();
    all.setProperty("name", "relay-" + properties.service());
    all.setProperty("connector.class", RelayConnector.class.getName());
    all.setProperty("topic.prefix", ChangeEvents.TOPIC_PREFIX);
    all.setProperty("database.hostname", database.host());
    all.setProperty("database.port", Integer.toString(database.port()));
    all.setProperty("database.dbname", database.name());
    all.setProperty("database.user", database.user());
    all.setProperty("database.password", database.password());
    all.setProperty("plugin.name", "pgoutput");
    all.setProperty("slot.name", JdbcSlot.nameFor(properties.service()));
    all.setProperty("slot.drop.on.stop", "false");
    all.setProperty("publication.name", "outbox_pub");
    all.setProperty("publication.autocreate.mode", "disabled");
    all.setProperty("table.include.list", "public.outbox");
    all.setProperty("snapshot.mode", "no_data");
    all.setProperty("tombstones.on.delete", "false");
    all.setProperty("provide.transaction.metadata", "false");
    // The slot is the durable offset: a store of our own could only disagree with it.
    all.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
    return all;
  }

  private static Properties pace(MessagingProperties.Relay relay) {
    Properties all = new Properties();
    all.setProperty("poll.interval.ms", Long.toString(relay.pollInterval().toMillis()));
    all.setProperty("offset.flush.interval.ms", Long.toString(relay.flushInterval().toMillis()));
    all.setProperty("heartbeat.interval.ms", Long.toString(relay.heartbeatInterval().toMillis()));
    // Without it the slot would hold WAL that has nothing to do with the outbox.
    all.setProperty(
        "heartbeat.action.query",
        "SELECT pg_logical_emit_message(false, 'outbox-heartbeat', now()::text)");
    all.setProperty("max.batch.size", Integer.toString(RelayTask.BATCH_MAX));
    all.setProperty("max.queue.size", "2048");
    all.setProperty("slot.max.retries", "40");
    all.setProperty("slot.retry.delay.ms", "250");
    // An engine that fails is built anew, from the slot, never resumed from what it remembers.
    all.setProperty("errors.max.retries", "0");
    all.setProperty("record.processing.threads", "1");
    all.setProperty("record.processing.shutdown.timeout.ms", "5000");
    all.setProperty("task.management.timeout.ms", "15000");
    return all;
  }
}
