package dev.agora.ledger.journal;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was paid once and is given back: purchases, and the settlements of orders. */
@Repository
class JdbcPurchases {

  private final JdbcClient jdbc;

  JdbcPurchases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those purchases as they were posted; the lock of the buyer's wallet guards what changes. */
  Map<PurchaseId, PurchaseLot> load(Collection<PurchaseId> purchases) {
    if (purchases.isEmpty()) {
      return Map.of();
    }
    Map<String, PurchaseId> byPosting =
        purchases.stream()
            .collect(Collectors.toMap(id -> PostingId.ofPurchase(id).value(), id -> id));
    return jdbc
        .sql(
            """
            SELECT posting_id, journal.number, payee.agent_id, amount, coalesce(taken_back, 0) AS taken_back,
              coalesce(disputed, false) AS disputed
            FROM journal
            JOIN wallet payee ON payee.id = payee_id
            LEFT JOIN undone_purchase USING (number)
            WHERE posting_id = ANY (?)
            """)
        .param(byPosting.keySet().toArray(String[]::new))
        .query(
            (row, index) ->
                read(row, Objects.requireNonNull(byPosting.get(row.getString("posting_id")))))
        .stream()
        .collect(Collectors.toMap(PurchaseLot::id, purchase -> purchase));
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

  /** What the buyers of settled orders paid with: what left the hold and did not come back. */
  Map<HoldId, Lots> paidWith(Collection<HoldId> holds) {
    if (holds.isEmpty()) {
      return Map.of();
    }
    Map<HoldId, List<Piece>> pieces = new HashMap<>();
    jdbc.sql(
            """
            SELECT hold_id, part, coalesce(lot, 0) AS lot, -sum(units) AS units
            FROM journal
            JOIN entry ON entry.number = journal.number AND holder_id = payer_id AND part <> 'DEBT'
            WHERE posting_id = ANY (?)
            GROUP BY hold_id, part, lot
            HAVING sum(units) <> 0
            """)
        .param(
            holds.stream().map(hold -> PostingId.ofSettlement(hold).value()).toArray(String[]::new))
        .query(
            row -> {
              Lot lot = new Lot(Bucket.valueOf(row.getString("part")), row.getLong("lot"));
              pieces
                  .computeIfAbsent(new HoldId(row.getString("hold_id")), id -> new ArrayList<>())
                  .add(new Piece(lot, Credits.ofMicros(row.getLong("units"))));
            });
    Map<HoldId, Lots> paid = new HashMap<>();
    pieces.forEach((hold, of) -> paid.put(hold, Lots.of(of)));
    return paid;
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
