package dev.agora.ledger.statement;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.posting.TransactionId;
import dev.agora.ledger.posting.TransactionKind;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single transactions with their entries. */
@Repository
class JdbcTransactions {

  private final JdbcClient jdbc;

  JdbcTransactions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The transaction of that id, if it touched the agent. */
  Optional<TransactionDetail> find(AgentId agent, String id) {
    OptionalLong number = TransactionId.numberIn(id);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    List<LegRow> rows = legs(agent, number.getAsLong());
    return rows.stream().noneMatch(LegRow::mine)
        ? Optional.empty()
        : detail(number.getAsLong(), LegRow.legs(rows)).filter(found -> found.id().equals(id));
  }

  private List<LegRow> legs(AgentId agent, long number) {
    return jdbc.sql(
            """
            SELECT holder.agent_id IS NOT DISTINCT FROM :agent AS mine, holder.agent_id, platform_account.path,
              hold.id AS hold, coalesce(part_of, dispute.id) AS dispute, part, entry.asset, units, balance_after
            FROM entry
            LEFT JOIN wallet holder ON holder.id = holder_id
            LEFT JOIN platform_account ON platform_account.id = holder_id
            LEFT JOIN hold ON hold.account_id = entry.account_id
            LEFT JOIN dispute ON dispute.account_id = entry.account_id
            WHERE number = :number
            ORDER BY line
            """)
        .param("agent", agent.value())
        .param("number", number)
        .query((row, index) -> LegRow.read(row))
        .list();
  }

  private Optional<TransactionDetail> detail(long number, List<Leg> legs) {
    return jdbc.sql(
            """
            SELECT number, at, kind, payer.agent_id AS payer, payee.agent_id AS payee, hold_id, amount, fee_asset,
              fee, fee_bps, memo, reference
            FROM journal
            LEFT JOIN wallet payer ON payer.id = payer_id
            LEFT JOIN wallet payee ON payee.id = payee_id
            WHERE number = :number
            """)
        .param("number", number)
        .query((row, index) -> read(row, legs))
        .optional();
  }

  private static TransactionDetail read(ResultSet row, List<Leg> legs) throws SQLException {
    Instant at = JdbcInstants.read(row, "at");
    return new TransactionDetail(
        TransactionId.of(at, row.getLong("number")).value(),
        TransactionKind.valueOf(row.getString("kind")),
        Credits.ofMicros(row.getLong("amount")),
        row.getString("payer"),
        row.getString("payee"),
        fee(row.getString("fee_asset"), row.getLong("fee")),
        row.getObject("fee_bps", Integer.class),
        row.getString("hold_id"),
        row.getString("memo"),
        row.getString("reference"),
        at,
        legs);
  }

  private static @Nullable String fee(@Nullable String asset, long amount) {
    if (asset == null) {
      return null;
    }
    return Asset.valueOf(asset) == Asset.USD
        ? Usd.ofCents(amount).toString()
        : Credits.ofMicros(amount).toString();
  }
}
