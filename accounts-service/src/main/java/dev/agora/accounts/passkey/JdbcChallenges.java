package dev.agora.accounts.passkey;

import dev.agora.accounts.credential.OneTimeCodes;
import dev.agora.accounts.human.HumanId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The challenges that wait for an answer: good once, for a while, and for one purpose. */
@Repository
class JdbcChallenges {

  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final SecureRandom random;
  private final OneTimeCodes codes;
  private final PasskeyProperties properties;
  private final Clock clock;

  JdbcChallenges(
      JdbcClient jdbc,
      SecureRandom random,
      OneTimeCodes codes,
      PasskeyProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.random = random;
    this.codes = codes;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * What a challenge was made for.
   *
   * @param human whose answer is wanted; null for anybody's
   * @param passwordVersion of the password that was shown before, or null
   */
  record Issued(Purpose purpose, @Nullable HumanId human, @Nullable Long passwordVersion) {}

  /** A new one, as base64url. */
  String issue(Issued issued) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    HumanId human = issued.human();
    jdbc.sql(
            """
            INSERT INTO passkey_challenge (hash, purpose, human_id, password_version, expires_at)
            VALUES (:hash, :purpose, :human, :version, :expiresAt)
            """)
        .param("hash", codes.hashOf(challenge))
        .param("purpose", issued.purpose().name())
        .param("human", human == null ? null : human.value())
        .param("version", issued.passwordVersion())
        .param(
            "expiresAt",
            clock.instant().plus(properties.challengeLifetime()).atOffset(ZoneOffset.UTC))
        .update();
    return challenge;
  }

  /** What it was made for, if it is good for that purpose; it stays so. */
  Optional<Issued> find(String challenge, Purpose purpose) {
    return jdbc.sql(
            """
            SELECT * FROM passkey_challenge
            WHERE hash = :hash AND purpose = :purpose AND expires_at > :now
            """)
        .param("hash", codes.hashOf(challenge))
        .param("purpose", purpose.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(JdbcChallenges::read)
        .optional();
  }

  /** The same, and from now on it is good for nothing, whatever becomes of the answer. */
  Optional<Issued> take(String challenge, Purpose purpose) {
    return jdbc.sql(
            """
            DELETE FROM passkey_challenge WHERE hash = :hash AND expires_at > :now RETURNING *
            """)
        .param("hash", codes.hashOf(challenge))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(JdbcChallenges::read)
        .optional()
        .filter(issued -> issued.purpose() == purpose);
  }

  /** Deletes those that are over. */
  int forgetExpired() {
    return jdbc.sql("DELETE FROM passkey_challenge WHERE expires_at <= :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Issued read(ResultSet row, int number) throws SQLException {
    String human = row.getString("human_id");
    return new Issued(
        Purpose.valueOf(row.getString("purpose")),
        human == null ? null : new HumanId(human),
        row.getObject("password_version", Long.class));
  }
}
