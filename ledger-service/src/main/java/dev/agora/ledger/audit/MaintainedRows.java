package dev.agora.ledger.audit;

import dev.agora.ledger.proof.Figures;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what the ledger keeps up to date with what the entries lead to. */
final class MaintainedRows {

  private static final Holder NO_ENTRIES = new Holder();

  private final JdbcMaintainedRows rows;
  private final Recomputation recomputed;
  private final Chains chains;
  private final Figures figures;
  private final Set<Long> seen = new HashSet<>();

  /**
   * Compares one snapshot's rows.
   *
   * @param figures out of what was recomputed
   */
  MaintainedRows(
      JdbcMaintainedRows rows, Recomputation recomputed, Chains chains, Figures figures) {
    this.figures = figures;
    this.rows = rows;
    this.recomputed = recomputed;
    this.chains = chains;
  }

  /** The first row that differs, or null. */
  @Nullable Finding wrong() {
    Finding wrong = wrongPlatform("CREDIT");
    if (wrong == null) {
      wrong = wrongPlatform("USD");
    }
    if (wrong == null) {
      wrong = first(MaintainedTable.WALLET, rows.wallets(), this::ofWallet);
    }
    if (wrong == null) {
      wrong = holderWithoutRow();
    }
    if (wrong == null) {
      wrong = first(MaintainedTable.HOLD, rows.holds(), this::ofPlace);
    }
    if (wrong == null) {
      wrong = first(MaintainedTable.DISPUTE, rows.disputes(), this::ofPlace);
    }
    if (wrong == null) {
      wrong = placeWithoutRow();
    }
    if (wrong == null) {
      wrong = wrongLot();
    }
    if (wrong == null) {
      wrong = wrongChain();
    }
    return wrong == null
        ? first(MaintainedTable.CHAIN_SUMS, rows.chainSums(), row -> sums(figures))
        : wrong;
  }

  private @Nullable Finding wrongPlatform(String asset) {
    return first(MaintainedTable.ofPlatform(asset), rows.platformAccounts(asset), this::ofPlatform);
  }

  private static @Nullable Finding first(
      MaintainedTable table, Rows<MaintainedRow> rows, Function<MaintainedRow, List<Long>> of) {
    for (MaintainedRow row = rows.next(); row != null; row = rows.next()) {
      Finding wrong = table.compare(row, of.apply(row));
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private List<Long> ofPlatform(MaintainedRow row) {
    Holder holder = holder(row);
    return List.of(holder.version(), holder.whole());
  }

  private List<Long> ofWallet(MaintainedRow row) {
    Holder holder = holder(row);
    return List.of(
        holder.version(),
        holder.promotional(),
        holder.purchased(),
        holder.earned(),
        holder.debt(),
        holder.held(),
        holder.frozen(),
        holder.changedAt());
  }

  private List<Long> ofPlace(MaintainedRow row) {
    SetAside place = place(row);
    return List.of(place.holder(), place.promotional(), place.purchased(), place.earned());
  }

  private static List<Long> sums(Figures figures) {
    return List.of(
        figures.agents().promotional(),
        figures.agents().purchased(),
        figures.agents().earned(),
        figures.debt(),
        figures.held(),
        figures.frozenByAgents(),
        figures.holds().promotional(),
        figures.holds().purchased(),
        figures.holds().earned(),
        figures.openHolds(),
        figures.frozen().promotional(),
        figures.frozen().purchased(),
        figures.frozen().earned());
  }

  private Holder holder(MaintainedRow row) {
    seen.add(row.id());
    return recomputed.holders().getOrDefault(row.id(), NO_ENTRIES);
  }

  /** One that is empty could be anybody's. */
  private SetAside place(MaintainedRow row) {
    seen.add(row.id());
    SetAside place = recomputed.setAside().get(row.id());
    return place == null ? new SetAside(row.values().getFirst()) : place;
  }

  private @Nullable Finding holderWithoutRow() {
    return withoutRow("wallet", "holder", recomputed.holders().keySet());
  }

  private @Nullable Finding placeWithoutRow() {
    return withoutRow("hold", "account", recomputed.setAside().keySet());
  }

  private @Nullable Finding withoutRow(String table, String what, Set<Long> ids) {
    return ids.stream()
        .filter(id -> !seen.contains(id))
        .findFirst()
        .map(id -> new Finding(table, what + " " + id, "a row", "none", "There are entries of it."))
        .orElse(null);
  }

  private @Nullable Finding wrongLot() {
    Rows<Map.Entry<LotSums.Key, MaintainedRow>> lots = rows.lots();
    for (var lot = lots.next(); lot != null; lot = lots.next()) {
      long expected = recomputed.lots().take(lot.getKey(), recomputed::loadedAt);
      Finding wrong = MaintainedTable.LOT.compare(lot.getValue(), List.of(expected));
      if (wrong != null) {
        return wrong;
      }
    }
    Map.Entry<LotSums.Key, Long> missing = recomputed.lots().untaken(recomputed::loadedAt);
    return missing == null
        ? null
        : new Finding(
            "lot",
            JdbcMaintainedRows.name(missing.getKey()),
            "units " + Amounts.credits(missing.getValue()),
            "no row",
            "This is what the entries leave of it.");
  }

  private @Nullable Finding wrongChain() {
    Rows<MaintainedRow> all = rows.chains();
    for (MaintainedRow row = all.next(); row != null; row = all.next()) {
      Chains.Head head = chains.of((int) row.id());
      MaintainedRow named =
          new MaintainedRow(row.id(), "chain " + row.id(), row.values(), List.of());
      Finding wrong = MaintainedTable.CHAIN.compare(named, List.of(head.position(), head.lastAt()));
      if (wrong == null && !row.key().equals(head.hash().hex())) {
        wrong =
            new Finding(
                "chain",
                named.key(),
                "hash " + head.hash().hex(),
                "hash " + row.key(),
                "The head of a chain is its last batch.");
      }
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }
}
