package dev.agora.ledger.statement;

import dev.agora.jdbc.JdbcInstants;
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

/**
 * Histories out of the statement lines, newest first; a page costs the same however long they are.
 *
 * <p>Kind, counterparty and reference are looked up in the journal, whose indexes know them; each
 * transaction found there leads to its statement line. Without them the lines are read in turn.
 */
@Repository
class JdbcHistory {

  /** Between which versions the lines are that the filter's instants and the cursor allow. */
  private static final String BOUNDED =
      """
      FROM wallet
      CROSS JOIN LATERAL (SELECT
        CASE WHEN :from::timestamptz IS NULL THEN 0
          ELSE version_at(wallet.id, :from::timestamptz - interval '1 microsecond') END AS above,
        CASE WHEN :to::timestamptz IS NULL THEN :before
          ELSE least(:before, version_at(wallet.id, :to::timestamptz - interval '1 microsecond') + 1) END AS below) AS bounds
      """;

  private static final String IN_TURN =
      BOUNDED
          + """
          CROSS JOIN LATERAL (
            SELECT * FROM entry
            WHERE holder_id = wallet.id AND version > above AND version < below AND available_change IS NOT NULL
            ORDER BY version DESC
            LIMIT :limit) AS entry
          JOIN journal ON journal.number = entry.number
          """;

  private static final String LOOKED_UP =
      BOUNDED
          + """
          CROSS JOIN LATERAL (SELECT
            coalesce((SELECT number FROM entry WHERE holder_id = wallet.id AND version = above), 0) AS past,
            coalesce((SELECT number FROM entry WHERE holder_id = wallet.id AND version = below),
              9223372036854775807) AS future) AS numbers
          CROSS JOIN LATERAL (
            (%s)
            UNION
            (%s)) AS found
          JOIN journal ON journal.number = found.number
          JOIN entry ON holder_id = wallet.id AND entry.version = found.version
          """;

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
            %s
            LEFT JOIN wallet other
              ON other.id = CASE WHEN payer_id = wallet.id THEN payee_id ELSE payer_id END
            WHERE wallet.agent_id = :agent
            ORDER BY entry.version DESC
            LIMIT :limit
            """
                .formatted(lines(filter)))
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

  private static String lines(HistoryFilter filter) {
    String both =
        (filter.kind() == null ? "" : "AND kind = :kind::transaction_kind ")
            + (filter.reference() == null ? "" : "AND reference = :reference ");
    boolean inTurn = both.isEmpty() && filter.counterparty() == null;
    return inTurn
        ? IN_TURN
        : LOOKED_UP.formatted(
            oneSide("payer_id", "payer_version", both, "payee_id", filter),
            oneSide("payee_id", "payee_version", both, "payer_id", filter));
  }

  /** The newest on one side of an agent's transactions. */
  private static String oneSide(
      String agent, String version, String both, String other, HistoryFilter filter) {
    String ofCounterparty =
        filter.counterparty() == null
            ? ""
            : "AND %s = (SELECT id FROM wallet WHERE agent_id = :counterparty)".formatted(other);
    return """
    SELECT number, %s AS version FROM journal
    WHERE %s = wallet.id AND number > past AND number < future AND %s IS NOT NULL
      %s
    ORDER BY number DESC
    LIMIT :limit
    """
        .formatted(version, agent, version, both + ofCounterparty);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static HistoryItem read(ResultSet row, int index) throws SQLException {
    Instant at = JdbcInstants.read(row, "at");
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
