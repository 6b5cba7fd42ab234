package dev.agora.local.infrastructure;

import java.util.List;
import java.util.stream.Stream;

/** The server settings of every local PostgreSQL, contained or not: as durable as production. */
public final class PostgresSettings {
  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "wal_level=logical",
          // Slots and senders: one per service, many per test run.
          "max_replication_slots=64",
          "max_wal_senders=64",
          // A relay that was killed must not keep its slot for longer than this.
          "wal_sender_timeout=10s",
          // A slot nobody reads is dropped rather than filling the disk; the outbox can publish
          // again.
          "max_slot_wal_keep_size=1GB",
          "shared_buffers=256MB",
          "max_connections=200",
          "timezone=UTC");

  private PostgresSettings() {}

  /** The settings as arguments of the {@code postgres} command: {@code -c name=value …}. */
  public static List<String> asArguments() {
    return SETTINGS.stream().flatMap(setting -> Stream.of("-c", setting)).toList();
  }
}
