package dev.agora.ledger.statement;

import dev.agora.ledger.account.Asset;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One entry; those of the lots of one account are one leg. */
record LegRow(boolean mine, String account, Asset asset, long units, long balanceAfter) {

  static LegRow read(ResultSet row) throws SQLException {
    boolean mine = row.getBoolean("mine");
    return new LegRow(
        mine,
        account(row, mine),
        Asset.valueOf(row.getString("asset")),
        row.getLong("units"),
        row.getLong("balance_after"));
  }

  private static String account(ResultSet row, boolean mine) throws SQLException {
    String agent = row.getString("agent_id");
    if (agent == null) {
      return row.getString("path");
    }
    String hold = row.getString("hold");
    String dispute = row.getString("dispute");
    String of = "agent/" + agent;
    if (hold != null) {
      of = "hold/" + hold;
    } else if (dispute != null) {
      of = "frozen/" + dispute;
    }
    return mine ? of + "/" + row.getString("part").toLowerCase(Locale.ROOT) : of;
  }

  static List<Leg> legs(List<LegRow> rows) {
    Map<String, LegRow> sums = new LinkedHashMap<>();
    rows.forEach(row -> sums.merge(row.account() + row.asset(), row, LegRow::and));
    List<Leg> legs = new ArrayList<>();
    sums.values().stream().filter(row -> row.units() != 0).forEach(row -> legs.add(row.leg()));
    return legs;
  }

  private LegRow and(LegRow later) {
    return new LegRow(mine, account, asset, Math.addExact(units, later.units), later.balanceAfter);
  }

  private Leg leg() {
    return new Leg(account, asset, text(units), mine ? text(balanceAfter) : null);
  }

  private String text(long amount) {
    return switch (asset) {
      case CREDIT -> Credits.ofMicros(amount).toString();
      case USD -> Usd.ofCents(amount).toString();
    };
  }
}
