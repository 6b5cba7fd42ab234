package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcInstants;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  JdbcAnswer<EarlierTransaction> posted(JdbcScript script, Collection<Posting> postings) {
    return JdbcRows.of(postings)
        .texts(posting -> posting.id().value())
        .ask(
            script,
            COLUMNS + "WHERE posting_id = ANY (?)",
            (row, index) -> new EarlierTransaction(read(row)));
  }

  /** Those of the postings' references that their payers have given to their payees before. */
  JdbcAnswer<UsedReference> used(
      JdbcScript script, Collection<Posting> postings, Map<AgentId, Long> wallets) {
    Map<Wanted, UsedReference> wanted =
        postings.stream()
            .map(JdbcEarlierPostings::reference)
            .filter(Objects::nonNull)
            .distinct()
            .filter(used -> wallets.keySet().containsAll(List.of(used.payer(), used.payee())))
            .collect(Collectors.toMap(used -> Wanted.of(used, wallets), Function.identity()));
    return JdbcRows.of(wanted.keySet())
        .longs(Wanted::payerId)
        .longs(Wanted::payeeId)
        .texts(Wanted::kind)
        .texts(Wanted::reference)
        .ask(
            script,
            """
            SELECT payer_id, payee_id, journal.kind, reference FROM journal
            JOIN unnest(?, ?, ?, ?) AS wanted (payer_id, payee_id, kind, reference)
              USING (payer_id, payee_id, reference)
            WHERE journal.kind IN ('TRANSFER', 'HOLD') AND journal.kind::text = wanted.kind
              AND reference IS NOT NULL
            """,
            (row, index) -> Objects.requireNonNull(wanted.get(Wanted.read(row))));
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

  private static Transaction read(ResultSet row) throws SQLException {
    String payer = row.getString("payer");
    String payee = row.getString("payee");
    String hold = row.getString("hold_id");
    String details = row.getString("details");
    String feeAsset = row.getString("fee_asset");
    return new Transaction(
        row.getLong("number"),
        JdbcInstants.read(row, "at"),
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

    static Wanted of(UsedReference used, Map<AgentId, Long> wallets) {
      return new Wanted(
          Objects.requireNonNull(wallets.get(used.payer())),
          Objects.requireNonNull(wallets.get(used.payee())),
          used.kind().name(),
          used.reference());
    }

    static Wanted read(ResultSet row) throws SQLException {
      return new Wanted(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
    }
  }
}
