package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes what a batch changed: each table with one statement, each row once, all together. */
@Component
class Saving {

  private final JdbcChains chains;
  private final JdbcWallets wallets;
  private final JdbcHolds holds;
  private final JdbcDisputes disputes;
  private final JdbcPurchases purchases;
  private final JdbcLots lots;
  private final JdbcPlatformAccounts platform;
  private final JdbcJournal journal;
  private final Chaining chaining;

  Saving(
      JdbcChains chains,
      JdbcWallets wallets,
      JdbcHolds holds,
      JdbcDisputes disputes,
      JdbcPurchases purchases,
      JdbcLots lots,
      JdbcPlatformAccounts platform,
      JdbcJournal journal,
      Chaining chaining) {
    this.chains = chains;
    this.wallets = wallets;
    this.holds = holds;
    this.disputes = disputes;
    this.purchases = purchases;
    this.lots = lots;
    this.platform = platform;
    this.journal = journal;
    this.chaining = chaining;
  }

  /**
   * Adds what writes the accepted postings of a batch.
   *
   * @param accepted at least one, in the order in which they were decided
   */
  void save(JdbcScript script, Loaded loaded, List<Outcome.Accepted> accepted) {
    AccountIds ids = loaded.ids();
    Changes changes = Changes.of(accepted);
    Instant lastAt = accepted.getLast().transaction().at();
    BatchRows rows = BatchRows.of(accepted, ids);
    journal.insertTransactions(script, rows.transactions());
    journal.insertEntries(script, rows.entries());
    wallets.update(script, changes.wallets().values(), ids);
    saveHolds(script, loaded, changes.holds().values(), lastAt);
    disputes.save(script, changes.disputes().values(), ids, lastAt);
    purchases.save(script, changes.purchases().values());
    saveLots(script, loaded, changes);
    platform.update(script, changes.platform(), ids);
    if (chaining.isWanted()) {
      chains.extend(
          script, batch(loaded, rows, lastAt), ChainTotals.between(loaded.before(), changes));
    }
  }

  private void saveHolds(JdbcScript script, Loaded loaded, Collection<Hold> changed, Instant at) {
    Map<Boolean, List<Hold>> byAge =
        changed.stream()
            .collect(Collectors.partitioningBy(hold -> loaded.placed().contains(hold.id())));
    holds.update(script, Objects.requireNonNull(byAge.get(true)), at);
    holds.insert(script, Objects.requireNonNull(byAge.get(false)), loaded.ids(), at);
  }

  private void saveLots(JdbcScript script, Loaded loaded, Changes changes) {
    AccountIds ids = loaded.ids();
    Set<Long> touched = new HashSet<>();
    List<LotRow> after = new ArrayList<>();
    changes.wallets().forEach((id, wallet) -> add(ids.of(id), wallet.lots(), touched, after));
    changes.holds().forEach((id, hold) -> add(ids.of(id), hold.lots(), touched, after));
    changes.disputes().forEach((id, dispute) -> add(ids.of(id), dispute.lots(), touched, after));
    List<LotRow> before =
        loaded.lots().stream().filter(row -> touched.contains(row.accountId())).toList();
    lots.save(script, before, after);
  }

  private static void add(long accountId, Lots lots, Set<Long> touched, List<LotRow> rows) {
    touched.add(accountId);
    lots.pieces().forEach(piece -> rows.add(new LotRow(accountId, piece)));
  }

  private static Batch batch(Loaded loaded, BatchRows rows, Instant lastAt) {
    Chain chain = loaded.chain();
    return new Batch(
        loaded.batchId(),
        chain.number(),
        chain.position() + 1,
        chain.hash(),
        BatchHash.after(chain.hash(), rows.transactions(), rows.entries()),
        rows.transactions().size(),
        rows.entries().size(),
        lastAt);
  }
}
