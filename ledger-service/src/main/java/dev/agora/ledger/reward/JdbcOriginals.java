package dev.agora.ledger.reward;

import dev.agora.jdbc.JdbcInstants;
import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.Lot;
import dev.agora.ledger.posting.Movement;
import dev.agora.ledger.posting.Original;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.TransactionId;
import dev.agora.ledger.posting.TransactionKind;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Earlier transactions with their entries, out of the journal. */
@Repository
class JdbcOriginals {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  JdbcOriginals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The transaction of that public id. */
  Optional<Original> find(String id) {
    OptionalLong number = TransactionId.numberIn(id);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            SELECT number, at, kind, payer.agent_id AS payer, payee.agent_id AS payee, amount, details
            FROM journal
            LEFT JOIN wallet payer ON payer.id = payer_id
            LEFT JOIN wallet payee ON payee.id = payee_id
            WHERE number = ?
            """)
        .param(number.getAsLong())
        .query((row, index) -> read(row))
        .optional()
        .filter(original -> original.id().value().equals(id));
  }

  boolean isReversed(TransactionId id) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM journal WHERE posting_id = ?)")
        .param(PostingId.ofReversal(id).value())
        .query(Boolean.class)
        .single();
  }

  private Original read(ResultSet row) throws SQLException {
    String details = row.getString("details");
    long number = row.getLong("number");
    return new Original(
        TransactionId.of(JdbcInstants.read(row, "at"), number),
        TransactionKind.valueOf(row.getString("kind")),
        agent(row.getString("payer")),
        agent(row.getString("payee")),
        Credits.ofMicros(row.getLong("amount")),
        details == null ? Map.of() : JSON.readValue(details, TEXTS),
        movements(number));
  }

  /** Holds and disputes have ways back of their own, so that their entries are left out. */
  private List<Movement> movements(long number) {
    return jdbc.sql(
            """
            SELECT part, entry.asset, coalesce(lot, 0) AS lot, units, agent_id, path
            FROM entry
            LEFT JOIN wallet ON wallet.id = holder_id AND account_id = holder_id
            LEFT JOIN platform_account ON platform_account.id = holder_id
            WHERE number = ? AND coalesce(agent_id, path) IS NOT NULL
            ORDER BY line
            """)
        .param(number)
        .query((row, index) -> movement(row))
        .list();
  }

  private static Movement movement(ResultSet row) throws SQLException {
    long units = row.getLong("units");
    AgentId agent = agent(row.getString("agent_id"));
    if (agent == null) {
      return new Movement(
          account(row.getString("path"), Asset.valueOf(row.getString("asset"))), null, units);
    }
    if (row.getString("part").equals("DEBT")) {
      return new Movement(new Account.AgentDebt(agent), null, units);
    }
    Bucket bucket = Bucket.valueOf(row.getString("part"));
    return new Movement(
        new Account.AgentBucket(agent, bucket), new Lot(bucket, row.getLong("lot")), units);
  }

  private static PlatformAccount account(String path, Asset asset) {
    return Arrays.stream(PlatformAccount.values())
        .filter(account -> account.path().equals(path) && account.asset() == asset)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("an unknown account: " + path));
  }

  private static @Nullable AgentId agent(@Nullable String id) {
    return id == null ? null : new AgentId(id);
  }
}
