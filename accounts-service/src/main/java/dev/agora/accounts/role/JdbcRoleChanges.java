package dev.agora.accounts.role;

import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.role.RoleChange.Action;
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

/** What operators have asked for and approved. */
@Repository
class JdbcRoleChanges {

  private final JdbcClient jdbc;

  JdbcRoleChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(RoleChange change) {
    jdbc.sql(
            """
            INSERT INTO role_change (id, human_id, role, action, reason, requested_by, requested_at)
            VALUES (:id, :human, :role, :action, :reason, :requestedBy, :requestedAt)
            """)
        .param("id", change.id())
        .param("human", change.human().value())
        .param("role", change.role().name())
        .param("action", change.action().name())
        .param("reason", change.reason())
        .param("requestedBy", change.requestedBy().value())
        .param("requestedAt", change.requestedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<RoleChange> lock(String id) {
    return jdbc.sql("SELECT * FROM role_change WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(JdbcRoleChanges::read)
        .optional();
  }

  void approve(String id, HumanId by, Instant at) {
    jdbc.sql("UPDATE role_change SET approved_by = :by, approved_at = :at WHERE id = :id")
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** A page, newest first. */
  List<RoleChange> page(@Nullable String before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM role_change WHERE (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC
            LIMIT :limit
            """)
        .param("before", before)
        .param("limit", limit)
        .query(JdbcRoleChanges::read)
        .list();
  }

  private static RoleChange read(ResultSet row, int number) throws SQLException {
    String approvedBy = row.getString("approved_by");
    return new RoleChange(
        row.getString("id"),
        new HumanId(row.getString("human_id")),
        PlatformRole.valueOf(row.getString("role")),
        Action.valueOf(row.getString("action")),
        row.getString("reason"),
        new HumanId(row.getString("requested_by")),
        JdbcInstants.read(row, "requested_at"),
        approvedBy == null ? null : new HumanId(approvedBy),
        JdbcInstants.readOrNull(row, "approved_at"));
  }
}
