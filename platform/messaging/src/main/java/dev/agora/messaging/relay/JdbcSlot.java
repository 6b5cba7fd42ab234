package dev.agora.messaging.relay;

import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.relay.SlotStatus.Wal;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The logical replication slot: what is not relayed yet, kept by PostgreSQL. */
final class JdbcSlot {

  private final JdbcClient jdbc;
  private final String name;

  JdbcSlot(JdbcClient jdbc, MessagingProperties properties) {
    this.jdbc = jdbc;
    this.name = nameFor(properties.service());
  }

  static String nameFor(String service) {
    return "outbox_" + service.replace('-', '_');
  }

  SlotStatus status() {
    return jdbc.sql(
            """
            SELECT coalesce(wal_status, 'lost') AS wal, active_pid,
              coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn), 0) AS lag,
              pg_current_wal_lsn() - '0/0'::pg_lsn AS wal_end
            FROM pg_replication_slots WHERE slot_name = :name
            """)
        .param("name", name)
        .query(
            (row, _) ->
                new SlotStatus(
                    Wal.valueOf(row.getString("wal").toUpperCase(Locale.ROOT)),
                    row.getObject("active_pid", Integer.class),
                    row.getLong("lag"),
                    row.getLong("wal_end")))
        .optional()
        .orElse(SlotStatus.MISSING);
  }

  /**
   * Creates it; waits for the transactions that run now. A standby keeps a copy, if there is one.
   */
  void create() {
    jdbc.sql("SELECT pg_create_logical_replication_slot(:name, 'pgoutput', failover => true)")
        .param("name", name)
        .query((row, _) -> row.getString(1))
        .single();
  }

  void drop() {
    jdbc.sql("SELECT pg_drop_replication_slot(:name)")
        .param("name", name)
        .query((row, _) -> "")
        .single();
  }

  void terminate(int pid) {
    jdbc.sql("SELECT pg_terminate_backend(:pid)")
        .param("pid", pid)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** Writes a mark into the WAL after all that is committed, and says where it is. */
  long mark() {
    return jdbc.sql(
            "SELECT pg_logical_emit_message(false, 'outbox-drain', '', true) - '0/0'::pg_lsn")
        .query((row, _) -> row.getLong(1))
        .single();
  }
}
