package dev.agora.ledger.audit;

import dev.agora.ledger.account.PlatformAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows that the ledger keeps up to date, streamed. */
final class JdbcMaintainedRows {

  /** The journal counts as what was placed, taken and given back of each hold. */
  private static final String HOLDS =
      """
      SELECT account_id, hold.id, wallet_id, promotional, purchased, earned,
        coalesce(placed, 0)::bigint, hold.amount,
        coalesce(paid + CASE purpose WHEN 'REFUND' THEN back ELSE 0 END, 0)::bigint, captured,
        coalesce(CASE purpose WHEN 'REFUND' THEN 0 ELSE back END, 0)::bigint, refunded
      FROM hold
      LEFT JOIN (
        SELECT hold_id, coalesce(sum(amount) FILTER (WHERE kind = 'HOLD'), 0) AS placed,
          coalesce(sum(amount) FILTER (WHERE kind IN ('CAPTURE', 'CONVERSION')), 0) AS paid,
          coalesce(sum(amount) FILTER (WHERE kind = 'REFUND'), 0) AS back
        FROM journal WHERE hold_id IS NOT NULL GROUP BY hold_id) AS moved ON hold_id = hold.id
      """;

  private static final String DISPUTES =
      """
      SELECT account_id, dispute.id, wallet_id, promotional, purchased, earned,
        coalesce(1000000 * (details ->> 'recovered')::numeric, 0)::bigint, recovered,
        coalesce(1000000 * (details ->> 'debt')::numeric, 0)::bigint, debt,
        coalesce(1000000 * (details ->> 'loss')::numeric, 0)::bigint, loss
      FROM dispute
      LEFT JOIN journal ON reference = dispute.id AND kind IN ('CLAWBACK', 'REINSTATEMENT')
      """;

  private final JdbcSnapshot snapshot;

  JdbcMaintainedRows(JdbcSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  Rows<MaintainedRow> wallets() {
    return snapshot.stream(
        """
        SELECT id, agent_id, version, promotional, purchased, earned, debt, held, frozen, changed_at FROM wallet
        """,
        row -> {
          long id = row.number();
          String key = row.text();
          List<Long> values = numbers(row, 7);
          values.add(row.micros());
          return new MaintainedRow(id, key, values, List.of());
        });
  }

  Rows<MaintainedRow> platformAccounts(String asset) {
    return snapshot.stream(
        "SELECT id, path || ' in ' || asset || ' of chain ' || chain, version, balance FROM platform_account"
            + " WHERE asset = '%s' ORDER BY id".formatted(asset),
        plain(2));
  }

  /** Of each account over all chains, behind a zero. */
  Rows<MaintainedRow> platformSums(String asset) {
    return snapshot.stream(
        "SELECT 0, path, 0, sum(balance)::bigint FROM platform_account WHERE asset = '%s' GROUP BY path ORDER BY path"
            .formatted(asset),
        plain(2));
  }

  Rows<MaintainedRow> holds() {
    return snapshot.stream(
        HOLDS,
        row ->
            new MaintainedRow(
                row.number(),
                row.text(),
                numbers(row, 4),
                journaled(row, "amount CREDIT", "captured CREDIT", "refunded CREDIT")));
  }

  Rows<MaintainedRow> disputes() {
    return snapshot.stream(
        DISPUTES,
        row ->
            new MaintainedRow(
                row.number(),
                row.text(),
                numbers(row, 4),
                journaled(row, "recovered CREDIT", "debt CREDIT", "loss CREDIT")));
  }

  /** Each with the key by which the entries know it. */
  Rows<Map.Entry<LotSums.Key, MaintainedRow>> lots() {
    return snapshot.stream(
        "SELECT account_id, bucket::text, number, units FROM lot",
        row -> {
          LotSums.Key key = new LotSums.Key(row.number(), row.text(), row.number());
          return Map.entry(
              key, new MaintainedRow(key.account(), name(key), numbers(row, 1), List.of()));
        });
  }

  /** The sums that the batches keep, over all chains. */
  Rows<MaintainedRow> chainSums() {
    return snapshot.stream(
        """
        SELECT 0, 'the sum of all chains', sum(agents_promotional)::bigint, sum(agents_purchased)::bigint,
          sum(agents_earned)::bigint, sum(debt)::bigint, sum(held)::bigint, sum(frozen)::bigint,
          sum(holds_promotional)::bigint, sum(holds_purchased)::bigint, sum(holds_earned)::bigint,
          sum(open_holds)::bigint, sum(frozen_promotional)::bigint, sum(frozen_purchased)::bigint,
          sum(frozen_earned)::bigint
        FROM chain
        """,
        plain(13));
  }

  /** Each with its hash behind its name. */
  Rows<MaintainedRow> chains() {
    return snapshot.stream(
        "SELECT number, encode(hash, 'hex'), position, last_at FROM chain ORDER BY number",
        row ->
            new MaintainedRow(
                row.number(), row.text(), List.of(row.number(), row.micros()), List.of()));
  }

  /** The disputes' ids by the numbers of their accounts. */
  Map<Long, String> disputeAccounts() {
    return byNumber("SELECT account_id, id FROM dispute");
  }

  /** Names of holders by their numbers: agents' ids and platform accounts' paths. */
  Map<Long, String> holders(String where) {
    return byNumber(
        "SELECT * FROM (SELECT id, agent_id FROM wallet UNION ALL SELECT id, path FROM platform_account) AS holder "
            + where);
  }

  Map<Long, PlatformAccount> platform() {
    Map<String, PlatformAccount> byPath =
        Arrays.stream(PlatformAccount.values())
            .collect(Collectors.toMap(account -> account.path() + account.asset(), it -> it));
    Map<Long, PlatformAccount> platform = new HashMap<>();
    byNumber("SELECT id, path || asset FROM platform_account")
        .forEach(
            (id, path) -> {
              PlatformAccount account = byPath.get(path);
              if (account != null) {
                platform.put(id, account);
              }
            });
    return platform;
  }

  private Map<Long, String> byNumber(String query) {
    Map<Long, String> texts = new HashMap<>();
    Rows<Map.Entry<Long, String>> rows =
        snapshot.stream(query, row -> Map.entry(row.number(), row.text()));
    for (var row = rows.next(); row != null; row = rows.next()) {
      texts.put(row.getKey(), row.getValue());
    }
    return texts;
  }

  static String name(LotSums.Key key) {
    return "account %d, %s, lot %d".formatted(key.account(), key.bucket(), key.number());
  }

  private static Function<BinaryRow, MaintainedRow> plain(int columns) {
    return row -> new MaintainedRow(row.number(), row.text(), numbers(row, columns), List.of());
  }

  private static List<Long> numbers(BinaryRow row, int count) {
    List<Long> numbers = new ArrayList<>(count + 1);
    for (int column = 0; column < count; column++) {
      numbers.add(row.number());
    }
    return numbers;
  }

  private static List<MaintainedRow.Journaled> journaled(BinaryRow row, String... columns) {
    List<MaintainedRow.Journaled> all = new ArrayList<>(columns.length);
    for (String column : columns) {
      all.add(new MaintainedRow.Journaled(column, row.number(), row.number()));
    }
    return all;
  }
}
