package dev.agora.accounts.human;

import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored humans. */
@Repository
public class JdbcHumans {

  private final JdbcClient jdbc;

  JdbcHumans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A human with what the password must match. */
  record Account(Human human, String passwordHash, long passwordVersion) {

    /** Never the hash. */
    @Override
    public String toString() {
      return "account of " + human.id();
    }
  }

  /** Stores a new human; false if another one has the address. */
  boolean add(Human human, String passwordHash) {
    return jdbc.sql(
                """
                INSERT INTO human (id, email, email_key, name, password_hash, version, created_at, confirmed_at)
                VALUES (:id, :email, :emailKey, :name, :passwordHash, :version, :createdAt, :confirmedAt)
                ON CONFLICT (email_key) DO NOTHING
                """)
            .param("id", human.id().value())
            .param("email", human.email())
            .param("emailKey", key(human.email()))
            .param("name", human.name())
            .param("passwordHash", passwordHash)
            .param("version", human.version())
            .param("createdAt", human.createdAt().atOffset(ZoneOffset.UTC))
            .param(
                "confirmedAt",
                human.emailConfirmed() ? human.createdAt().atOffset(ZoneOffset.UTC) : null)
            .update()
        == 1;
  }

  /** The human of that id, unless the account was deleted. */
  public Optional<Human> find(HumanId id) {
    return jdbc.sql("SELECT * FROM human WHERE id = :id AND deleted_at IS NULL")
        .param("id", id.value())
        .query(JdbcHumans::read)
        .optional();
  }

  Optional<Account> findByEmail(String email) {
    return jdbc.sql("SELECT * FROM human WHERE email_key = :emailKey")
        .param("emailKey", key(email))
        .query(JdbcHumans::readAccount)
        .optional();
  }

  /** An address in the form in which two are compared. */
  public static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** The human with that address, in the form in which two are compared. */
  public Optional<Human> findByKey(String emailKey) {
    return jdbc.sql("SELECT * FROM human WHERE email_key = :emailKey")
        .param("emailKey", emailKey)
        .query(JdbcHumans::read)
        .optional();
  }

  /** Notes that a human reads mail at the address; once is enough. */
  void confirm(HumanId id, Instant at) {
    jdbc.sql("UPDATE human SET confirmed_at = :at WHERE id = :id AND confirmed_at IS NULL")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  /** Stores a new password, whatever the present one is. */
  void resetPassword(HumanId id, String newHash) {
    jdbc.sql(
            """
            UPDATE human SET password_hash = :newHash, password_version = password_version + 1
            WHERE id = :id
            """)
        .param("newHash", newHash)
        .param("id", id.value())
        .update();
  }

  /** The same, and nobody changes what belongs to the human before the transaction ends. */
  public Optional<Human> lock(HumanId id) {
    return jdbc.sql("SELECT * FROM human WHERE id = :id AND deleted_at IS NULL FOR UPDATE")
        .param("id", id.value())
        .query(JdbcHumans::read)
        .optional();
  }

  /** Counts the human's passwords; the present one's number. */
  public Optional<Long> passwordVersion(HumanId id) {
    return findAccount(id).map(Account::passwordVersion);
  }

  Optional<Account> findAccount(HumanId id) {
    return jdbc.sql("SELECT * FROM human WHERE id = :id AND deleted_at IS NULL")
        .param("id", id.value())
        .query(JdbcHumans::readAccount)
        .optional();
  }

  /**
   * Whether a human still has the password of that version; it can not change before the
   * transaction ends.
   */
  public boolean lockPassword(HumanId id, long passwordVersion) {
    return jdbc.sql(
            """
            SELECT true FROM human WHERE id = :id AND password_version = :version FOR SHARE
            """)
        .param("id", id.value())
        .param("version", passwordVersion)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** Stores a new password; false if the present one is not of that version. */
  boolean exchangePassword(HumanId id, long passwordVersion, String newHash) {
    return jdbc.sql(
                """
                UPDATE human SET password_hash = :newHash, password_version = password_version + 1
                WHERE id = :id AND password_version = :version
                """)
            .param("newHash", newHash)
            .param("id", id.value())
            .param("version", passwordVersion)
            .update()
        == 1;
  }

  /** Stores the same password, hashed in another way. */
  void renewHash(Account account, String passwordHash) {
    jdbc.sql(
            """
            UPDATE human SET password_hash = :passwordHash
            WHERE id = :id AND password_version = :version
            """)
        .param("passwordHash", passwordHash)
        .param("id", account.human().id().value())
        .param("version", account.passwordVersion())
        .update();
  }

  private static Account readAccount(ResultSet row, int number) throws SQLException {
    return new Account(
        read(row, number), row.getString("password_hash"), row.getLong("password_version"));
  }

  private static Human read(ResultSet row, int number) throws SQLException {
    return new Human(
        new HumanId(row.getString("id")),
        row.getString("email"),
        row.getObject("confirmed_at") != null,
        row.getString("name"),
        row.getLong("version"),
        JdbcInstants.read(row, "created_at"));
  }
}
