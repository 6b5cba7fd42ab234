package dev.agora.accounts.agent;

import dev.agora.accounts.human.HumanId;
import dev.agora.jdbc.JdbcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored agents and the humans linked to them. */
@Repository
public class JdbcAgents {

  private static final String SELECT =
      """
      SELECT a.*, h.human_id AS owner
      FROM agent a LEFT JOIN agent_human h ON h.agent_id = a.id AND h.is_primary
      """;

  private final JdbcClient jdbc;

  JdbcAgents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores a new agent with its owner, if it has one.
   *
   * @param claimHash of the code by which it can be claimed, or null
   */
  public void add(Agent agent, @Nullable String claimHash) {
    jdbc.sql(
            """
            INSERT INTO agent (id, name, description, status, claim_hash, version, created_at)
            VALUES (:id, :name, :description, :status, :claimHash, :version, :createdAt)
            """)
        .param("id", agent.id().value())
        .param("name", agent.name())
        .param("description", agent.description())
        .param("status", agent.status().name())
        .param("claimHash", claimHash)
        .param("version", agent.version())
        .param("createdAt", agent.createdAt().atOffset(ZoneOffset.UTC))
        .update();
    HumanId owner = agent.owner();
    if (owner != null) {
      link(agent.id(), owner, agent.createdAt());
    }
  }

  void change(Agent agent) {
    jdbc.sql(
            """
            UPDATE agent SET name = :name, description = :description, version = :version
            WHERE id = :id
            """)
        .param("name", agent.name())
        .param("description", agent.description())
        .param("version", agent.version())
        .param("id", agent.id().value())
        .update();
  }

  /** The agent with its new status; empty if it has newer news than that already. */
  Optional<Agent> changeStatus(AgentId id, AgentStatus status, long statusVersion) {
    int changed =
        jdbc.sql(
                """
                UPDATE agent SET status = :status, status_version = :statusVersion, version = version + 1
                WHERE id = :id AND status_version < :statusVersion
                """)
            .param("status", status.name())
            .param("statusVersion", statusVersion)
            .param("id", id.value())
            .update();
    return changed == 0 ? Optional.empty() : find(id);
  }

  /** Gives an agent its first owner; its claim code is worth nothing from then on. */
  public void claim(Agent agent, HumanId owner, Instant at) {
    jdbc.sql("UPDATE agent SET claim_hash = NULL, version = :version WHERE id = :id")
        .param("version", agent.version())
        .param("id", agent.id().value())
        .update();
    link(agent.id(), owner, at);
  }

  /** The agent of that id. */
  public Optional<Agent> find(AgentId id) {
    return jdbc.sql(SELECT + "WHERE a.id = :id")
        .param("id", id.value())
        .query(JdbcAgents::read)
        .optional();
  }

  /** The agent of that id if this human owns it, locked until the transaction ends. */
  public Optional<Agent> lockOwned(AgentId id, HumanId owner) {
    return lock(id).filter(agent -> agent.isOwnedBy(owner));
  }

  /** The agent of that id, locked until the transaction ends. */
  public Optional<Agent> lock(AgentId id) {
    return jdbc.sql(SELECT + "WHERE a.id = :id FOR UPDATE OF a")
        .param("id", id.value())
        .query(JdbcAgents::read)
        .optional();
  }

  /** The agent that waits to be claimed with that code, locked until the transaction ends. */
  public Optional<Agent> lockUnclaimed(String claimHash) {
    return jdbc.sql(SELECT + "WHERE a.claim_hash = :claimHash FOR UPDATE OF a")
        .param("claimHash", claimHash)
        .query(JdbcAgents::read)
        .optional();
  }

  /** Notes that the agent is in another state now. */
  public void changeVersion(Agent agent) {
    jdbc.sql("UPDATE agent SET version = :version WHERE id = :id")
        .param("version", agent.version())
        .param("id", agent.id().value())
        .update();
  }

  /** Whether a human is linked to an agent, as its owner or otherwise. */
  public boolean isLinked(AgentId id, HumanId human) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM agent_human WHERE agent_id = :id AND human_id = :human)
            """)
        .param("id", id.value())
        .param("human", human.value())
        .query(Boolean.class)
        .single();
  }

  /** The agents that a human is linked to, as their owner or otherwise, newest first. */
  List<Agent> linkedTo(HumanId human, @Nullable String before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                JOIN agent_human mine ON mine.agent_id = a.id AND mine.human_id = :human
                WHERE CAST(:before AS text) IS NULL OR mine.agent_id < :before
                ORDER BY mine.agent_id DESC
                LIMIT :limit
                """)
        .param("human", human.value())
        .param("before", before)
        .param("limit", limit)
        .query(JdbcAgents::read)
        .list();
  }

  /** How many agents a human owns. */
  public int countOwnedBy(HumanId owner) {
    return jdbc.sql("SELECT count(*) FROM agent_human WHERE human_id = :owner AND is_primary")
        .param("owner", owner.value())
        .query(Integer.class)
        .single();
  }

  private void link(AgentId agent, HumanId owner, Instant at) {
    jdbc.sql(
            """
            INSERT INTO agent_human (agent_id, human_id, is_primary, linked_at)
            VALUES (:agent, :human, true, :at)
            """)
        .param("agent", agent.value())
        .param("human", owner.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Agent read(ResultSet row, int number) throws SQLException {
    String owner = row.getString("owner");
    return new Agent(
        new AgentId(row.getString("id")),
        row.getString("name"),
        row.getString("description"),
        owner == null ? null : new HumanId(owner),
        AgentStatus.valueOf(row.getString("status")),
        row.getLong("version"),
        JdbcInstants.read(row, "created_at"));
  }
}
