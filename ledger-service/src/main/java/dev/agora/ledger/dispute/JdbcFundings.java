package dev.agora.ledger.dispute;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.posting.Funding;
import dev.agora.ledger.posting.Lot;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Piece;
import dev.agora.money.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payments on a trail, out of the entries of both sides. */
@Repository
class JdbcFundings {

  /**
   * Both sides' entries are found by holder and version, never by transaction: the journal knows
   * with which version a transaction ends for each side, and the other one has no more entries of
   * it than there were lots that paid, and one of a debt. What only moved within the agent, into a
   * hold or out of one, sums to zero.
   */
  private static final String PAYMENTS =
      """
      WITH mine AS MATERIALIZED (
        SELECT number, part, coalesce(lot, 0) AS lot, sum(units)::bigint AS units
        FROM entry
        WHERE holder_id = :wallet AND version > :after AND version <= :upTo AND part <> 'DEBT'
        GROUP BY number, part, coalesce(lot, 0) HAVING sum(units) <> 0),
      moved AS MATERIALIZED (
        SELECT number, count(*) AS lots FROM mine
        GROUP BY number HAVING bool_or(lot = :purchase AND part <> 'EARNED')),
      payment AS MATERIALIZED (
        SELECT number, lots, CASE fee_asset WHEN 'CREDIT' THEN fee ELSE 0 END AS fee,
          CASE payer_id WHEN :wallet THEN payee_id ELSE payer_id END AS other_id,
          coalesce(CASE payer_id WHEN :wallet THEN payee_version ELSE payer_version END, 0) AS other_version
        FROM moved JOIN journal USING (number)
        WHERE payer_id <> payee_id)
      SELECT number, fee, other_id, other_version, agent_id, is_mine, part, side.lot, side.units
      FROM payment
      JOIN wallet ON wallet.id = other_id
      CROSS JOIN LATERAL (
        SELECT true AS is_mine, part, lot, units FROM mine WHERE mine.number = payment.number
        UNION ALL
        SELECT false, part, coalesce(lot, 0), sum(units)::bigint FROM entry
        WHERE holder_id = other_id AND entry.version <= other_version AND entry.version > other_version - lots - 2
          AND entry.number = payment.number AND account_id = other_id AND part <> 'DEBT'
        GROUP BY part, coalesce(lot, 0)) AS side
      ORDER BY number
      """;

  private final JdbcClient jdbc;

  JdbcFundings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The transactions of that part in which the purchase's credits came or went. */
  List<TrailEnd> on(Trail trail) {
    Map<Long, List<Row>> byNumber = new LinkedHashMap<>();
    jdbc.sql(PAYMENTS)
        .param("wallet", trail.wallet())
        .param("after", trail.after())
        .param("upTo", trail.upTo())
        .param("purchase", trail.purchase())
        .query((row, index) -> Row.read(row))
        .list()
        .forEach(row -> byNumber.computeIfAbsent(row.number, it -> new ArrayList<>()).add(row));
    return byNumber.values().stream().map(rows -> end(rows, trail.purchase())).toList();
  }

  private static TrailEnd end(List<Row> rows, long purchase) {
    List<Piece> paid = new ArrayList<>();
    List<Piece> arrived = new ArrayList<>();
    Credits returned = Credits.ZERO;
    for (Row row : rows) {
      boolean gained = row.units > 0;
      if (row.mine && !gained) {
        paid.add(new Piece(row.lot, Credits.ofMicros(-row.units)));
      } else if (row.mine && row.isOf(purchase)) {
        returned = returned.plus(Credits.ofMicros(row.units));
      } else if (!row.mine && gained) {
        arrived.add(new Piece(row.lot, Credits.ofMicros(row.units)));
      }
    }
    Row first = rows.getFirst();
    return new TrailEnd(
        first.otherId,
        first.otherVersion,
        new Funding(first.other, first.fee, Lots.of(paid), returned, Lots.of(arrived)));
  }

  /** What a transaction did to one lot of one of the two sides. */
  private record Row(
      long number,
      Credits fee,
      long otherId,
      long otherVersion,
      AgentId other,
      boolean mine,
      Lot lot,
      long units) {

    boolean isOf(long purchase) {
      return lot.bucket() != Bucket.EARNED && lot.number() == purchase;
    }

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getLong("number"),
          Credits.ofMicros(row.getLong("fee")),
          row.getLong("other_id"),
          row.getLong("other_version"),
          new AgentId(row.getString("agent_id")),
          row.getBoolean("is_mine"),
          new Lot(Bucket.valueOf(row.getString("part")), row.getLong("lot")),
          row.getLong("units"));
    }
  }
}
