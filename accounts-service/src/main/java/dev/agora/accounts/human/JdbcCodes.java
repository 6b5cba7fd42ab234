package dev.agora.accounts.human;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.OneTimeCodes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes that were mailed to humans: stored as keyed hashes, good once and for a while. */
@Repository
public class JdbcCodes {

  private final JdbcClient jdbc;
  private final OneTimeCodes codes;
  private final Clock clock;

  JdbcCodes(JdbcClient jdbc, OneTimeCodes codes, Clock clock) {
    this.jdbc = jdbc;
    this.codes = codes;
    this.clock = clock;
  }

  /** A new code. */
  public String issue(CredentialKind kind, HumanId human, Duration lifetime) {
    String code = codes.next(kind);
    jdbc.sql(
            """
            INSERT INTO one_time_code (hash, kind, human_id, expires_at)
            VALUES (:hash, :kind, :human, :expiresAt)
            """)
        .param("hash", codes.hashOf(code))
        .param("kind", kind.name())
        .param("human", human.value())
        .param("expiresAt", clock.instant().plus(lifetime).atOffset(ZoneOffset.UTC))
        .update();
    return code;
  }

  /** Whose code it is, if it is good; it stays so. */
  Optional<HumanId> find(CredentialKind kind, String code) {
    return jdbc.sql(
            """
            SELECT human_id FROM one_time_code
            WHERE hash = :hash AND kind = :kind AND expires_at > :now
            """)
        .param("hash", codes.hashOf(code))
        .param("kind", kind.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> new HumanId(row.getString("human_id")))
        .optional();
  }

  /** Whose code it was, if it was good until now. */
  Optional<HumanId> use(CredentialKind kind, String code) {
    return jdbc.sql(
            """
            DELETE FROM one_time_code
            WHERE hash = :hash AND kind = :kind AND expires_at > :now
            RETURNING human_id
            """)
        .param("hash", codes.hashOf(code))
        .param("kind", kind.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> new HumanId(row.getString("human_id")))
        .optional();
  }

  /** Makes all codes of a kind that a human was sent worthless. */
  void forget(CredentialKind kind, HumanId human) {
    jdbc.sql("DELETE FROM one_time_code WHERE human_id = :human AND kind = :kind")
        .param("human", human.value())
        .param("kind", kind.name())
        .update();
  }

  /** Deletes those that are over. */
  public int forgetExpired() {
    return jdbc.sql("DELETE FROM one_time_code WHERE expires_at <= :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
