package dev.agora.ledger.proof;

import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the walks behind the proof are, and what they found. */
@Repository
class JdbcProofPasses {

  private final JdbcClient jdbc;

  JdbcProofPasses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether no other replica is at it; until the transaction ends. */
  boolean tryLock() {
    return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('ledger proof'))")
        .query(Boolean.class)
        .single();
  }

  Map<ProofWalk, ProofPasses> load() {
    Map<ProofWalk, ProofPass> current = new EnumMap<>(ProofWalk.class);
    Map<ProofWalk, ProofPass> last = new EnumMap<>(ProofWalk.class);
    jdbc.sql("SELECT * FROM proof_pass")
        .query(
            row -> {
              ProofWalk walk = ProofWalk.valueOf(row.getString("walk"));
              (row.getBoolean("complete") ? last : current).put(walk, read(row));
            });
    Map<ProofWalk, ProofPasses> walks = new EnumMap<>(ProofWalk.class);
    current.forEach((walk, pass) -> walks.put(walk, new ProofPasses(pass, last.get(walk))));
    return walks;
  }

  /** The last account or batch that the pass at hand has looked at. */
  long upTo(ProofWalk walk) {
    return jdbc.sql("SELECT up_to FROM proof_pass WHERE walk = ?::proof_walk AND NOT complete")
        .param(walk.name())
        .query(Long.class)
        .single();
  }

  /**
   * Adds a page of batches to the pass at hand.
   *
   * @param firstWrong empty if none is
   */
  void addBatches(long upTo, long checked, long wrong, String firstWrong) {
    jdbc.sql(
            """
            UPDATE proof_pass SET up_to = ?, checked = checked + ?, wrong = wrong + ?,
              first_wrong = coalesce(first_wrong, nullif(?, ''))
            WHERE walk = 'BATCHES' AND NOT complete
            """)
        .params(upTo, checked, wrong, firstWrong)
        .update();
  }

  /** Makes the pass at hand the last complete one, and begins anew. */
  void finish(ProofWalk walk, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    jdbc.sql("DELETE FROM proof_pass WHERE walk = ?::proof_walk AND complete")
        .param(walk.name())
        .update();
    jdbc.sql("UPDATE proof_pass SET complete = true, ended_at = ? WHERE walk = ?::proof_walk")
        .params(at, walk.name())
        .update();
    jdbc.sql("INSERT INTO proof_pass (walk, complete, begun_at) VALUES (?::proof_walk, false, ?)")
        .params(walk.name(), at)
        .update();
  }

  private static ProofPass read(ResultSet row) throws SQLException {
    return new ProofPass(
        JdbcInstants.read(row, "begun_at"),
        JdbcInstants.readOrNull(row, "ended_at"),
        row.getLong("checked"),
        row.getLong("wrong"),
        row.getString("first_wrong"),
        row.getLong("wrong_lots"),
        row.getLong("wrong_held"),
        row.getLong("wrong_frozen"),
        new ProofPass.Difference(
            row.getLong("promotional"),
            row.getLong("purchased"),
            row.getLong("earned"),
            row.getLong("debt"),
            row.getLong("held"),
            row.getLong("frozen")));
  }
}
