package dev.agora.accounts.role;

import dev.agora.accounts.human.HumanId;
import dev.agora.jdbc.JdbcInstants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has which role. */
@Repository
public class JdbcRoles {

  private final JdbcClient jdbc;

  JdbcRoles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One role of one human. */
  record Held(String human, PlatformRole role, Instant grantedAt) {}

  /** The names of the roles that a human has beside {@code HUMAN}, in order. */
  public List<String> of(HumanId human) {
    return jdbc.sql("SELECT role FROM platform_role WHERE human_id = :human ORDER BY role")
        .param("human", human.value())
        .query((row, number) -> row.getString("role"))
        .list();
  }

  /** All of them; there are as many as the platform has staff. */
  List<Held> all() {
    return jdbc.sql("SELECT * FROM platform_role ORDER BY role, human_id")
        .query(
            (row, number) ->
                new Held(
                    row.getString("human_id"),
                    PlatformRole.valueOf(row.getString("role")),
                    JdbcInstants.read(row, "granted_at")))
        .list();
  }

  /** How many operators there are; nobody becomes one before the transaction ends. */
  public int lockOperators() {
    jdbc.sql("LOCK TABLE platform_role IN SHARE ROW EXCLUSIVE MODE").update();
    return jdbc.sql("SELECT count(*) FROM platform_role WHERE role = 'OPERATOR'")
        .query(Integer.class)
        .single();
  }

  /** False if the human has it already. */
  boolean grant(HumanId human, PlatformRole role, Instant at) {
    return jdbc.sql(
                """
                INSERT INTO platform_role (human_id, role, granted_at)
                VALUES (:human, :role, :at)
                ON CONFLICT DO NOTHING
                """)
            .param("human", human.value())
            .param("role", role.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if the human has it not. */
  boolean revoke(HumanId human, PlatformRole role) {
    return jdbc.sql("DELETE FROM platform_role WHERE human_id = :human AND role = :role")
            .param("human", human.value())
            .param("role", role.name())
            .update()
        == 1;
  }
}
