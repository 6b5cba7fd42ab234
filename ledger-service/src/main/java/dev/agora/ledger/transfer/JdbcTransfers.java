package dev.agora.ledger.transfer;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.ledger.posting.TransactionId;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Payments as the journal has them. */
@Repository
class JdbcTransfers {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcTransfers(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The payment, if the caller is one of its sides or owns one. */
  Optional<Transfer> find(String id, String callerId) {
    return jdbc.sql(
            """
            SELECT number, at, posting_id, payer.agent_id AS payer, payee.agent_id AS payee, amount, fee, fee_bps,
              memo, reference, details
            FROM journal
            JOIN wallet payer ON payer.id = payer_id
            JOIN wallet payee ON payee.id = payee_id
            WHERE posting_id = :id AND kind = 'TRANSFER'
              AND :caller IN (payer.agent_id, payee.agent_id, payer.owner_id, payee.owner_id)
            """)
        .param("id", id)
        .param("caller", callerId)
        .query(this::read)
        .optional();
  }

  private Transfer read(ResultSet row, int index) throws SQLException {
    Credits amount = Credits.ofMicros(row.getLong("amount"));
    Credits fee = Credits.ofMicros(row.getLong("fee"));
    Instant at = JdbcInstants.read(row, "at");
    return new Transfer(
        row.getString("posting_id"),
        TransactionId.of(at, row.getLong("number")).value(),
        row.getString("payer"),
        row.getString("payee"),
        amount,
        fee,
        row.getInt("fee_bps"),
        amount.minus(fee),
        at,
        row.getString("memo"),
        row.getString("reference"),
        texts(row.getString("details")),
        null);
  }

  private Map<String, String> texts(@Nullable String details) {
    return details == null ? Map.of() : json.readValue(details, TEXTS);
  }
}
