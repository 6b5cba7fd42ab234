package dev.agora.ledger.agent;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agents in table {@code wallet}, so that a posting locks and reads them with one row. */
@Repository
class JdbcKnownAgents implements KnownAgents {

  private final JdbcClient jdbc;

  JdbcKnownAgents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void learn(KnownAgent agent) {
    OwnerId owner = agent.owner();
    jdbc.sql(
            """
            INSERT INTO wallet (agent_id, owner_id, status, agent_version)
            VALUES (:agent, :owner, :status::agent_status, :version)
            ON CONFLICT (agent_id) DO UPDATE SET owner_id = excluded.owner_id,
              agent_version = excluded.agent_version
            WHERE wallet.agent_version < excluded.agent_version
            """)
        .param("agent", agent.id().value())
        .param("owner", owner == null ? null : owner.value())
        .param("status", agent.status().name())
        .param("version", agent.version())
        .update();
  }

  @Override
  public Optional<KnownAgent> find(AgentId id) {
    return jdbc.sql(
            "SELECT agent_id, owner_id, status, agent_version FROM wallet WHERE agent_id = ?")
        .param(id.value())
        .query(JdbcKnownAgents::read)
        .optional();
  }

  @Override
  public boolean areKnown(Set<AgentId> ids) {
    return jdbc.sql("SELECT count(*) FROM wallet WHERE agent_id = ANY (?)")
            .param(ids.stream().map(AgentId::value).toArray(String[]::new))
            .query(Long.class)
            .single()
        == ids.size();
  }

  private static KnownAgent read(ResultSet row, int index) throws SQLException {
    String owner = row.getString("owner_id");
    return new KnownAgent(
        new AgentId(row.getString("agent_id")),
        owner == null ? null : new OwnerId(owner),
        AgentStatus.valueOf(row.getString("status")),
        row.getLong("agent_version"));
  }
}
