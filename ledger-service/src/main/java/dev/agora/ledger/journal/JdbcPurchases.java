package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.posting.Lot;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Piece;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.PurchaseLot;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What was paid once and is given back: purchases, and the settlements of orders. */
@Repository
class JdbcPurchases {

  /** Those purchases as they were posted; the lock of the buyer's wallet guards what changes. */
  JdbcAnswer<PurchaseLot> load(JdbcScript script, Collection<PurchaseId> purchases) {
    Map<String, PurchaseId> byPosting =
        purchases.stream()
            .collect(Collectors.toMap(id -> PostingId.ofPurchase(id).value(), id -> id));
    return JdbcRows.of(byPosting.keySet())
        .texts(posting -> posting)
        .ask(
            script,
            """
            SELECT posting_id, journal.number, payee.agent_id, amount, coalesce(taken_back, 0) AS taken_back,
              coalesce(disputed, false) AS disputed
            FROM journal
            JOIN wallet payee ON payee.id = payee_id
            LEFT JOIN undone_purchase USING (number)
            WHERE posting_id = ANY (?)
            """,
            (row, index) ->
                read(row, Objects.requireNonNull(byPosting.get(row.getString("posting_id")))));
  }

  /** Writes what was taken back of purchases. */
  void save(JdbcScript script, Collection<PurchaseLot> undone) {
    JdbcRows.of(undone)
        .longs(PurchaseLot::number)
        .longs(purchase -> purchase.issued().micros())
        .longs(purchase -> purchase.takenBack().micros())
        .texts(purchase -> Boolean.toString(purchase.disputed()))
        .update(
            script,
            """
            INSERT INTO undone_purchase (number, issued, taken_back, disputed)
            SELECT number, issued, taken_back, disputed::boolean
            FROM unnest(?, ?, ?, ?) AS n (number, issued, taken_back, disputed)
            ON CONFLICT (number) DO UPDATE SET taken_back = excluded.taken_back, disputed = excluded.disputed
            """);
  }

  /** A part of what the buyer of a settled order paid with. */
  record Paid(HoldId hold, Piece piece) {}

  /** What the buyers of settled orders paid with: what left the hold and did not come back. */
  JdbcAnswer<Paid> paidWith(JdbcScript script, Collection<HoldId> holds) {
    return JdbcRows.of(holds)
        .texts(hold -> PostingId.ofSettlement(hold).value())
        .ask(
            script,
            """
            SELECT hold_id, part, coalesce(lot, 0) AS lot, -sum(units) AS units
            FROM journal
            JOIN entry ON entry.number = journal.number AND holder_id = payer_id AND part <> 'DEBT'
            WHERE posting_id = ANY (?)
            GROUP BY hold_id, part, lot
            HAVING sum(units) <> 0
            """,
            (row, index) ->
                new Paid(
                    new HoldId(row.getString("hold_id")),
                    new Piece(
                        new Lot(Bucket.valueOf(row.getString("part")), row.getLong("lot")),
                        Credits.ofMicros(row.getLong("units")))));
  }

  /** The same by hold. */
  static Map<HoldId, Lots> byHold(Collection<Paid> paid) {
    Map<HoldId, List<Piece>> pieces = new HashMap<>();
    paid.forEach(
        one -> pieces.computeIfAbsent(one.hold(), id -> new ArrayList<>()).add(one.piece()));
    Map<HoldId, Lots> lots = new HashMap<>();
    pieces.forEach((hold, of) -> lots.put(hold, Lots.of(of)));
    return lots;
  }

  private static PurchaseLot read(ResultSet row, PurchaseId id) throws SQLException {
    return new PurchaseLot(
        id,
        new AgentId(row.getString("agent_id")),
        row.getLong("number"),
        Credits.ofMicros(row.getLong("amount")),
        Credits.ofMicros(row.getLong("taken_back")),
        row.getBoolean("disputed"));
  }
}
