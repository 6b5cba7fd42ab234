package dev.agora.accounts.audit;

import dev.agora.accounts.audit.JdbcAuditEntries.Stored;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Computes the chain of hashes anew, and finds the first entry that is not as it was written. */
@Service
class VerifyAudit {

  private final JdbcAuditEntries entries;

  VerifyAudit(JdbcAuditEntries entries) {
    this.entries = entries;
  }

  /**
   * What was found.
   *
   * @param verified entries that are as they were written, from the first on
   * @param head the last one's hash, in hexadecimal: who keeps it can tell later that nobody wrote
   *     the whole log anew
   * @param brokenAt the number of the first entry that was changed or is missing, or null
   */
  record Verdict(long verified, String head, @Nullable Long brokenAt) {}

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Verdict verify() {
    String hash = AuditEntry.NO_HASH;
    long verified = 0;
    try (Stream<Stored> all = entries.all()) {
      Iterator<Stored> next = all.iterator();
      while (next.hasNext()) {
        Stored stored = next.next();
        hash = stored.entry().hash(hash);
        if (stored.entry().number() != verified + 1 || !hash.equals(stored.hash())) {
          return new Verdict(verified, hash, verified + 1);
        }
        verified++;
      }
    }
    long last = verified;
    String end = hash;
    boolean complete =
        entries.head().filter(head -> head.number() == last && head.hash().equals(end)).isPresent();
    return new Verdict(verified, end, complete ? null : verified + 1);
  }
}
