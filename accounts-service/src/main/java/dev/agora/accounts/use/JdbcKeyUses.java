package dev.agora.accounts.use;

import dev.agora.jdbc.JdbcInstants;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When an agent's keys were last used. */
@Repository
public class JdbcKeyUses {

  private final JdbcClient jdbc;

  JdbcKeyUses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The last use of a key.
   *
   * @param at some seconds ago at most
   * @param source from which address
   */
  public record LastUse(Instant at, String source) {}

  /** The last use of each key of an agent that was used at all. */
  public Map<String, LastUse> of(String agentId) {
    Map<String, LastUse> uses = new HashMap<>();
    jdbc.sql(
            """
            SELECT u.* FROM key_use u JOIN credential c ON c.id = u.credential_id
            WHERE c.subject = :agent AND c.kind = 'KEY' AND c.revoked_at IS NULL
            """)
        .param("agent", agentId)
        .query(
            row -> {
              uses.put(
                  row.getString("credential_id"),
                  new LastUse(JdbcInstants.read(row, "used_at"), row.getString("source")));
            });
    return uses;
  }
}
