package dev.agora.agents;

import dev.agora.http.page.FreshIds;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agents in table {@code known_agent}. */
final class JdbcAgents implements Agents {

  private final JdbcClient jdbc;

  JdbcAgents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Agent> find(AgentId id) {
    return jdbc.sql("SELECT id, owner, status, version FROM known_agent WHERE id = ?")
        .param(id.value())
        .query(
            (row, number) ->
                new Agent(
                    new AgentId(row.getString("id")),
                    row.getString("owner"),
                    row.getString("status"),
                    row.getLong("version")))
        .optional();
  }

  @Override
  public Optional<Agent> await(AgentId id) {
    return FreshIds.await(() -> find(id));
  }

  @Override
  public Optional<Agent> awaitOwned(String id, String human) {
    return AgentId.parse(id)
        .flatMap(known -> FreshIds.await(() -> find(known).filter(it -> it.isOwnedBy(human))));
  }

  @Override
  public void learn(Agent agent) {
    jdbc.sql(
            """
            INSERT INTO known_agent (id, owner, status, version)
            VALUES (:id, :owner, :status, :version)
            ON CONFLICT (id) DO UPDATE
            SET owner = excluded.owner, status = excluded.status, version = excluded.version
            WHERE known_agent.version < excluded.version
            """)
        .param("id", agent.id().value())
        .param("owner", agent.owner())
        .param("status", agent.status())
        .param("version", agent.version())
        .update();
  }
}
