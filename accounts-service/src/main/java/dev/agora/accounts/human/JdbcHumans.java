package dev.agora.accounts.human;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
  record Account(Human human, String passwordHash) {

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
                INSERT INTO human (id, email, email_key, name, password_hash, version, created_at)
                VALUES (:id, :email, :emailKey, :name, :passwordHash, :version, :createdAt)
                ON CONFLICT (email_key) DO NOTHING
                """)
            .param("id", human.id().value())
            .param("email", human.email())
            .param("emailKey", key(human.email()))
            .param("name", human.name())
            .param("passwordHash", passwordHash)
            .param("version", human.version())
            .param("createdAt", human.createdAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The human of that id. */
  public Optional<Human> find(HumanId id) {
    return jdbc.sql("SELECT * FROM human WHERE id = :id")
        .param("id", id.value())
        .query(JdbcHumans::read)
        .optional();
  }

  Optional<Account> findByEmail(String email) {
    return jdbc.sql("SELECT * FROM human WHERE email_key = :emailKey")
        .param("emailKey", key(email))
        .query((row, number) -> new Account(read(row, number), row.getString("password_hash")))
        .optional();
  }

  /** An address in the form in which two are compared. */
  public static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  void changePassword(HumanId id, String passwordHash) {
    jdbc.sql("UPDATE human SET password_hash = :passwordHash WHERE id = :id")
        .param("passwordHash", passwordHash)
        .param("id", id.value())
        .update();
  }

  private static Human read(ResultSet row, int number) throws SQLException {
    return new Human(
        new HumanId(row.getString("id")),
        row.getString("email"),
        row.getString("name"),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
