package dev.agora.accounts.passkey;

import dev.agora.accounts.human.HumanId;
import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored passkeys. */
@Repository
class JdbcPasskeys {

  private final JdbcClient jdbc;

  JdbcPasskeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if some human has it already. */
  boolean add(Passkey passkey) {
    return jdbc.sql(
                """
                INSERT INTO passkey (id, human_id, credential_id, name, public_key, signature_count, backup_eligible, backed_up, transports, created_at)
                VALUES (:id, :human, :credentialId, :name, :publicKey, :count, :eligible, :backedUp, :transports, :createdAt)
                ON CONFLICT (credential_id) DO NOTHING
                """)
            .param("id", passkey.id())
            .param("human", passkey.human().value())
            .param("credentialId", passkey.credentialId())
            .param("name", passkey.name())
            .param("publicKey", passkey.publicKey())
            .param("count", passkey.signatureCount())
            .param("eligible", passkey.backupEligible())
            .param("backedUp", passkey.backedUp())
            .param("transports", passkey.transports().toArray(String[]::new))
            .param("createdAt", passkey.createdAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** All of a human's, oldest first; there are a few at most. */
  List<Passkey> of(HumanId human) {
    return jdbc.sql("SELECT * FROM passkey WHERE human_id = :human ORDER BY created_at, id")
        .param("human", human.value())
        .query(JdbcPasskeys::read)
        .list();
  }

  /** The one that a device names so; its count does not change before the transaction ends. */
  Optional<Passkey> lock(String credentialId) {
    return jdbc.sql("SELECT * FROM passkey WHERE credential_id = :credentialId FOR UPDATE")
        .param("credentialId", credentialId)
        .query(JdbcPasskeys::read)
        .optional();
  }

  void used(String id, long signatureCount, boolean backedUp, Instant at) {
    jdbc.sql(
            """
            UPDATE passkey SET signature_count = :count, backed_up = :backedUp, used_at = :at
            WHERE id = :id
            """)
        .param("count", signatureCount)
        .param("backedUp", backedUp)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** False if the human has none of that id. */
  boolean remove(String id, HumanId human) {
    return jdbc.sql("DELETE FROM passkey WHERE id = :id AND human_id = :human")
            .param("id", id)
            .param("human", human.value())
            .update()
        == 1;
  }

  private static Passkey read(ResultSet row, int number) throws SQLException {
    return new Passkey(
        row.getString("id"),
        new HumanId(row.getString("human_id")),
        row.getString("credential_id"),
        row.getString("name"),
        row.getBytes("public_key"),
        row.getLong("signature_count"),
        row.getBoolean("backup_eligible"),
        row.getBoolean("backed_up"),
        List.of((String[]) row.getArray("transports").getArray()),
        JdbcInstants.read(row, "created_at"),
        JdbcInstants.readOrNull(row, "used_at"));
  }
}
