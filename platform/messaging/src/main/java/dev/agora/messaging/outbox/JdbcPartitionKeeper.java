package dev.agora.messaging.outbox;

import dev.agora.messaging.MessagingProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the partitions of the two tables that every message passes. */
final class JdbcPartitionKeeper {

  private final List<JdbcPartitions> tables;

  JdbcPartitionKeeper(
      JdbcClient jdbc,
      TransactionOperations transaction,
      Clock clock,
      MessagingProperties properties) {
    this.tables =
        List.of(
            new JdbcPartitions(
                jdbc,
                transaction,
                clock,
                "outbox",
                day -> day + " 00:00:00+00",
                "created_at",
                properties.outbox().retention()),
            new JdbcPartitions(
                jdbc,
                transaction,
                clock,
                "inbox",
                day -> firstUuidOf(day).toString(),
                "received_at",
                properties.inbox().retention()));
  }

  void keep() {
    tables.forEach(JdbcPartitions::keep);
  }

  /** A UUIDv7 begins with 48 bits of Unix milliseconds; no UUID of the day is smaller than this. */
  static UUID firstUuidOf(LocalDate day) {
    return new UUID(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() << 16, 0);
  }
}
