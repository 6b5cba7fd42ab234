package dev.agora.accounts.audit;

import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the log. */
@Repository
class JdbcAuditEntries {

  /** Rows that the driver fetches at a time, so that the whole log never is in memory. */
  private static final int FETCH = 1_000;

  private final JdbcClient jdbc;

  JdbcAuditEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An entry with the hash that is stored with it. */
  record Stored(AuditEntry entry, String hash) {}

  /**
   * A page, newest first.
   *
   * @param owner who may read them; null for all
   * @param before the number after which the page starts, or null
   */
  List<AuditEntry> page(@Nullable String owner, @Nullable Long before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM audit_entry
            WHERE (CAST(:owner AS text) IS NULL OR owner = :owner)
              AND (CAST(:before AS bigint) IS NULL OR number < :before)
            ORDER BY number DESC
            LIMIT :limit
            """)
        .param("owner", owner)
        .param("before", before)
        .param("limit", limit)
        .query((row, at) -> read(row))
        .list();
  }

  /** All of them, oldest first; to be closed, inside of a transaction. */
  Stream<Stored> all() {
    return jdbc
        .sql("SELECT * FROM audit_entry ORDER BY number")
        .withFetchSize(FETCH)
        .query((row, at) -> new Stored(read(row), row.getString("hash")))
        .stream();
  }

  /** What the head says of the last one. */
  Optional<JdbcAuditLog.Head> head() {
    return jdbc.sql("SELECT number, hash FROM audit_head")
        .query((row, at) -> new JdbcAuditLog.Head(row.getLong("number"), row.getString("hash")))
        .optional();
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        JdbcInstants.read(row, "at"),
        row.getString("act"),
        row.getString("actor"),
        row.getString("source"),
        row.getString("subject"),
        row.getString("owner"),
        row.getString("target"),
        row.getString("before"),
        row.getString("after"));
  }
}
