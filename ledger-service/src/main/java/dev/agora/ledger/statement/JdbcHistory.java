package dev.agora.ledger.statement;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.TransactionId;
import dev.agora.ledger.posting.TransactionKind;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Histories out of the statement lines, newest first; one index range whatever their length. */
@Repository
class JdbcHistory {

  private final JdbcClient jdbc;

  JdbcHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The agent's transactions.
   *
   * @param before the version that the page ends before
   */
  List<HistoryItem> find(AgentId agent, HistoryFilter filter, long before, int limit) {
    TransactionKind kind = filter.kind();
    return jdbc.sql(
            """
            SELECT journal.number, journal.at, kind, available_change, held_change, held_after, frozen_after,
              promotional_after + purchased_after + earned_after AS balance_after,
              other.agent_id AS counterparty, hold_id, memo, reference, entry.version
            FROM wallet
            JOIN entry ON holder_id = wallet.id AND available_change IS NOT NULL AND entry.version < :before
            JOIN journal ON journal.number = entry.number
            LEFT JOIN wallet other
              ON other.id = CASE WHEN payer_id = wallet.id THEN payee_id ELSE payer_id END
            WHERE wallet.agent_id = :agent
              AND (:kind::transaction_kind IS NULL OR kind = :kind::transaction_kind)
              AND (:from::timestamptz IS NULL OR journal.at >= :from)
              AND (:to::timestamptz IS NULL OR journal.at < :to)
              AND (:counterparty::text IS NULL OR other.agent_id = :counterparty)
              AND (:reference::text IS NULL OR reference = :reference)
            ORDER BY entry.version DESC
            LIMIT :limit
            """)
        .param("agent", agent.value())
        .param("before", before)
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .param("from", at(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("to", at(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("counterparty", filter.counterparty(), Types.VARCHAR)
        .param("reference", filter.reference(), Types.VARCHAR)
        .param("limit", limit)
        .query(JdbcHistory::read)
        .list();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static HistoryItem read(ResultSet row, int index) throws SQLException {
    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
    return new HistoryItem(
        TransactionId.of(at, row.getLong("number")).value(),
        TransactionKind.valueOf(row.getString("kind")),
        Credits.ofMicros(row.getLong("available_change")),
        Credits.ofMicros(row.getLong("balance_after")),
        Credits.ofMicros(row.getLong("held_change")),
        Credits.ofMicros(row.getLong("held_after")),
        Credits.ofMicros(row.getLong("frozen_after")),
        row.getString("counterparty"),
        row.getString("hold_id"),
        row.getString("memo"),
        row.getString("reference"),
        at,
        row.getLong("version"));
  }
}
