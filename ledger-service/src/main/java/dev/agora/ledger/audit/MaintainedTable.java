package dev.agora.ledger.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of rows that the ledger keeps up to date.
 *
 * @param columns that the entries lead to, an amount's with its asset behind its name
 */
record MaintainedTable(String name, List<String> columns) {

  static final MaintainedTable WALLET =
      of(
          "wallet",
          "version",
          "promotional CREDIT",
          "purchased CREDIT",
          "earned CREDIT",
          "debt CREDIT",
          "held CREDIT",
          "frozen CREDIT",
          "changed_at");
  static final MaintainedTable HOLD =
      of("hold", "wallet_id", "promotional CREDIT", "purchased CREDIT", "earned CREDIT");
  static final MaintainedTable DISPUTE =
      of("dispute", "wallet_id", "promotional CREDIT", "purchased CREDIT", "earned CREDIT");
  static final MaintainedTable LOT = of("lot", "units CREDIT");
  static final MaintainedTable CHAIN = of("chain", "position", "last_at");
  static final MaintainedTable CHAIN_SUMS =
      of(
          "chain",
          "agents_promotional CREDIT",
          "agents_purchased CREDIT",
          "agents_earned CREDIT",
          "debt CREDIT",
          "held CREDIT",
          "frozen CREDIT",
          "holds_promotional CREDIT",
          "holds_purchased CREDIT",
          "holds_earned CREDIT",
          "open_holds CREDIT",
          "frozen_promotional CREDIT",
          "frozen_purchased CREDIT",
          "frozen_earned CREDIT");

  MaintainedTable {
    columns = List.copyOf(columns);
  }

  static MaintainedTable ofPlatform(String asset) {
    return of("platform_account", "version", "balance " + asset);
  }

  private static MaintainedTable of(String name, String... columns) {
    return new MaintainedTable(name, List.of(columns));
  }

  /** The first column that differs, or null. */
  @Nullable Finding compare(MaintainedRow row, List<Long> expected) {
    for (int index = 0; index < columns.size(); index++) {
      long found = row.values().get(index);
      if (expected.get(index) != found) {
        String column = columns.get(index);
        return new Finding(
            name,
            row.key(),
            text(column, expected.get(index)),
            text(column, found),
            "This is what the entries lead to.");
      }
    }
    for (MaintainedRow.Journaled column : row.journaled()) {
      if (column.expected() != column.found()) {
        return new Finding(
            name,
            row.key(),
            text(column.column(), column.expected()),
            text(column.column(), column.found()),
            "This is what the journal's transactions lead to.");
      }
    }
    return null;
  }

  /** The column's name and its value in the unit that stands behind the name. */
  private static String text(String column, long value) {
    String[] words = column.split(" ", -1);
    if (words.length == 2) {
      return words[0] + " " + Amounts.exact(value, words[1]);
    }
    return column
        + " "
        + (column.endsWith("_at") ? Instant.EPOCH.plus(value, ChronoUnit.MICROS) : value);
  }
}
