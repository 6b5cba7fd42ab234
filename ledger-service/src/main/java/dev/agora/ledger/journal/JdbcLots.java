package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcRows;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.posting.Lot;
import dev.agora.ledger.posting.Piece;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What is left of purchases and of earnings that season. */
@Repository
class JdbcLots {

  /** The lots of wallets and holds; the lock of the wallet guards them. */
  JdbcAnswer<LotRow> load(JdbcScript script, Collection<Long> accountIds) {
    return JdbcRows.of(accountIds)
        .longs(id -> id)
        .ask(
            script,
            "SELECT account_id, bucket, number, units FROM lot WHERE account_id = ANY (?)",
            JdbcLots::read);
  }

  /** Writes the difference between what was loaded and what a batch leaves. */
  void save(JdbcScript script, Collection<LotRow> before, Collection<LotRow> after) {
    Map<Key, LotRow> left = byKey(after);
    List<LotRow> changed = new ArrayList<>(left.values());
    changed.removeAll(Set.copyOf(before));
    List<Key> gone = new ArrayList<>(byKey(before).keySet());
    gone.removeAll(left.keySet());
    upsert(script, changed);
    delete(script, gone);
  }

  private void upsert(JdbcScript script, List<LotRow> changed) {
    JdbcRows.of(changed)
        .longs(LotRow::accountId)
        .texts(row -> row.piece().lot().bucket().name())
        .longs(row -> row.piece().lot().number())
        .longs(row -> row.piece().amount().micros())
        .update(
            script,
            """
            INSERT INTO lot (account_id, bucket, number, units)
            SELECT account_id, bucket::bucket, number, units
            FROM unnest(?, ?, ?, ?) AS n (account_id, bucket, number, units)
            ON CONFLICT (account_id, bucket, number) DO UPDATE SET units = excluded.units
            """);
  }

  private void delete(JdbcScript script, List<Key> gone) {
    JdbcRows.of(gone)
        .longs(Key::accountId)
        .texts(key -> key.lot().bucket().name())
        .longs(key -> key.lot().number())
        .update(
            script,
            """
            DELETE FROM lot USING unnest(?, ?, ?) AS gone (account_id, bucket, number)
            WHERE lot.account_id = gone.account_id AND lot.bucket = gone.bucket::bucket
              AND lot.number = gone.number
            """);
  }

  private static Map<Key, LotRow> byKey(Collection<LotRow> rows) {
    return rows.stream()
        .filter(row -> !row.piece().lot().equals(Lot.SEASONED))
        .collect(
            Collectors.toMap(
                row -> new Key(row.accountId(), row.piece().lot()), Function.identity()));
  }

  private static LotRow read(ResultSet row, int index) throws SQLException {
    Lot lot = new Lot(Bucket.valueOf(row.getString("bucket")), row.getLong("number"));
    return new LotRow(
        row.getLong("account_id"), new Piece(lot, Credits.ofMicros(row.getLong("units"))));
  }

  private record Key(long accountId, Lot lot) {}
}
