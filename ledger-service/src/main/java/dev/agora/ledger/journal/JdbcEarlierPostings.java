package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.EarlierTransaction;
import dev.agora.ledger.posting.Fee;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.PlainHold;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Transaction;
import dev.agora.ledger.posting.TransactionKind;
import dev.agora.ledger.posting.UsedReference;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the journal knows of postings that come again, and of references that were given. */
@Repository
class JdbcEarlierPostings {

  private static final String COLUMNS =
      """
      SELECT number, posting_id, kind, at, payer.agent_id AS payer, payee.agent_id AS payee, hold_id, amount,
        fee_asset, fee, fee_bps, details
      FROM journal
      LEFT JOIN wallet payer ON payer.id = payer_id
      LEFT JOIN wallet payee ON payee.id = payee_id
      """;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JdbcOperations operations;

  JdbcEarlierPostings(JdbcClient jdbc, JdbcOperations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  Map<PostingId, EarlierTransaction> posted(Collection<Posting> postings) {
    return jdbc
        .sql(COLUMNS + "WHERE posting_id = ANY (?)")
        .param(postings.stream().map(posting -> posting.id().value()).toArray(String[]::new))
        .query(JdbcEarlierPostings::read)
        .stream()
        .collect(Collectors.toMap(Transaction::postingId, EarlierTransaction::new));
  }

  /** Those of the postings' references that their payers have given to their payees before. */
  Set<UsedReference> used(Collection<Posting> postings, AccountIds ids) {
    Map<Wanted, UsedReference> wanted =
        postings.stream()
            .map(JdbcEarlierPostings::reference)
            .filter(Objects::nonNull)
            .distinct()
            .filter(used -> ids.wallets().keySet().containsAll(List.of(used.payer(), used.payee())))
            .collect(Collectors.toMap(used -> Wanted.of(used, ids), Function.identity()));
    if (wanted.isEmpty()) {
      return Set.of();
    }
    Set<UsedReference> used = new HashSet<>();
    JdbcRows<Wanted> rows =
        JdbcRows.of(wanted.keySet())
            .longs(Wanted::payerId)
            .longs(Wanted::payeeId)
            .texts(Wanted::kind)
            .texts(Wanted::reference);
    operations.query(
        connection ->
            rows.prepare(
                connection,
                """
                SELECT payer_id, payee_id, journal.kind, reference FROM journal
                JOIN unnest(?, ?, ?, ?) AS wanted (payer_id, payee_id, kind, reference)
                  USING (payer_id, payee_id, reference)
                WHERE journal.kind IN ('TRANSFER', 'HOLD') AND journal.kind::text = wanted.kind
                  AND reference IS NOT NULL
                """),
        row -> {
          Wanted found =
              new Wanted(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
          used.add(Objects.requireNonNull(wanted.get(found)));
        });
    return used;
  }

  private static @Nullable UsedReference reference(Posting posting) {
    String reference = posting.note().reference();
    if (reference == null) {
      return null;
    }
    return switch (posting) {
      case Posting.Transfer transfer ->
          new UsedReference(transfer.payer(), transfer.kind(), transfer.payee(), reference);
      case PlainHold.Place place ->
          new UsedReference(place.payer(), place.kind(), place.payee(), reference);
      default -> null;
    };
  }

  private static Transaction read(ResultSet row, int index) throws SQLException {
    String payer = row.getString("payer");
    String payee = row.getString("payee");
    String hold = row.getString("hold_id");
    String details = row.getString("details");
    String feeAsset = row.getString("fee_asset");
    return new Transaction(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new PostingId(row.getString("posting_id")),
        TransactionKind.valueOf(row.getString("kind")),
        payer == null ? null : new AgentId(payer),
        payee == null ? null : new AgentId(payee),
        hold == null ? null : new HoldId(hold),
        Credits.ofMicros(row.getLong("amount")),
        feeAsset == null
            ? null
            : new Fee(
                Asset.valueOf(feeAsset),
                row.getLong("fee"),
                FeeRate.ofBasisPoints(row.getInt("fee_bps"))),
        details == null ? Note.NONE : Note.details(JSON.readValue(details, TEXTS)));
  }

  private record Wanted(long payerId, long payeeId, String kind, String reference) {

    static Wanted of(UsedReference used, AccountIds ids) {
      return new Wanted(
          ids.of(used.payer()), ids.of(used.payee()), used.kind().name(), used.reference());
    }
  }
}
