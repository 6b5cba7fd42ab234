package dev.agora.accounts.audit;

import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends to the log. Entries are gathered and appended as the last thing before the commit: the
 * head's lock is the one that all transactions want, and whoever holds it waits for no other.
 */
@Repository
public class JdbcAuditLog implements AuditLog {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final MeterRegistry meters;
  private final Clock clock;

  JdbcAuditLog(JdbcClient jdbc, JsonMapper json, MeterRegistry meters, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.meters = meters;
    this.clock = clock;
  }

  /** The last entry's number and hash. */
  record Head(long number, String hash) {}

  /** What the current transaction will append. */
  private final class Gathered implements TransactionSynchronization {
    private final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      append(entries);
    }
  }

  @Override
  @Transactional
  public void record(Deed deed) {
    add(
        new AuditEntry(
            0,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            deed.act().name(),
            deed.actor(),
            deed.source(),
            deed.subject(),
            null,
            deed.target(),
            text(deed.before()),
            text(deed.after())));
  }

  /** Writes down what another service tells that was done there; at the time when it was done. */
  @Transactional
  public void record(ActDone done) {
    add(
        new AuditEntry(
            0,
            done.at().truncatedTo(ChronoUnit.MICROS),
            done.act(),
            done.actor(),
            done.source(),
            done.subject(),
            null,
            done.target(),
            text(done.before()),
            text(done.after())));
  }

  /** Without its number, which only whoever holds the head can know. */
  private void add(AuditEntry entry) {
    gathered().entries.add(entry);
    meters.counter("agora.accounts.audit.entries", "act", entry.act()).increment();
  }

  private Gathered gathered() {
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof Gathered ours) {
        return ours;
      }
    }
    Gathered fresh = new Gathered();
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  private void append(List<AuditEntry> entries) {
    List<@Nullable String> owners = new ArrayList<>();
    entries.forEach(entry -> owners.add(ownerOf(entry.subject())));
    Head head = lockHead();
    long number = head.number();
    String hash = head.hash();
    for (int i = 0; i < entries.size(); i++) {
      number++;
      AuditEntry entry = numbered(entries.get(i), number, owners.get(i));
      hash = entry.hash(hash);
      insert(entry, hash);
    }
    jdbc.sql("UPDATE audit_head SET number = :number, hash = :hash")
        .param("number", number)
        .param("hash", hash)
        .update();
  }

  /** The human itself, or the agent's owner as of now. */
  private @Nullable String ownerOf(String subject) {
    if (subject.startsWith("hum_")) {
      return subject;
    }
    return jdbc.sql("SELECT human_id FROM agent_human WHERE agent_id = :agent AND is_primary")
        .param("agent", subject)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private Head lockHead() {
    return jdbc.sql("SELECT number, hash FROM audit_head FOR UPDATE")
        .query((row, at) -> new Head(row.getLong("number"), row.getString("hash")))
        .single();
  }

  private static AuditEntry numbered(AuditEntry entry, long number, @Nullable String owner) {
    return new AuditEntry(
        number,
        entry.at(),
        entry.act(),
        entry.actor(),
        entry.source(),
        entry.subject(),
        owner,
        entry.target(),
        entry.before(),
        entry.after());
  }

  private void insert(AuditEntry entry, String hash) {
    jdbc.sql(
            """
            INSERT INTO audit_entry
              (number, at, act, actor, source, subject, owner, target, before, after, hash)
            VALUES
              (:number, :at, :act, :actor, :source, :subject, :owner, :target, :before, :after, :hash)
            """)
        .param("number", entry.number())
        .param("at", utc(entry.at()))
        .param("act", entry.act())
        .param("actor", entry.actor())
        .param("source", entry.source())
        .param("subject", entry.subject())
        .param("owner", entry.owner())
        .param("target", entry.target())
        .param("before", entry.before())
        .param("after", entry.after())
        .param("hash", hash)
        .update();
  }

  private String text(Map<String, String> members) {
    return json.writeValueAsString(new TreeMap<>(members));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
