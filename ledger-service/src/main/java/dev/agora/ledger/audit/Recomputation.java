package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.StatementRow;
import dev.agora.ledger.journal.TransactionRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every balance made again from the entries, one after the other; grows with agents and with what
 * they hold, not with the entries.
 */
final class Recomputation {

  private final Map<Long, Holder> holders = new HashMap<>();
  private final Map<Long, SetAside> setAside = new HashMap<>();
  private final LotSums lots = new LotSums();
  private final Set<Long> disputes;
  private final Names names;

  /**
   * Begins with nothing.
   *
   * @param disputes the numbers of their accounts; all others that are not the holder's are holds
   */
  Recomputation(Set<Long> disputes, Names names) {
    this.disputes = Set.copyOf(disputes);
    this.names = names;
  }

  /**
   * Takes one transaction in.
   *
   * @param loadedAt when its batch began, in seconds
   * @return what is wrong with it, or null
   */
  @Nullable Finding take(TransactionRow transaction, List<EntryRow> entries, long loadedAt) {
    Sums sums = Sums.of(entries);
    for (EntryRow entry : entries) {
      Finding wrong = take(entry, transaction.atMicros(), loadedAt, sums);
      if (wrong != null) {
        return wrong;
      }
    }
    if (!sums.areZero()) {
      return unbalanced(transaction, sums);
    }
    lots.forgetSeasoned(this::loadedAt);
    Finding unstated = unstated(entries);
    return unstated == null ? StatedVersions.wrong(transaction, entries) : unstated;
  }

  Map<Long, Holder> holders() {
    return holders;
  }

  Map<Long, SetAside> setAside() {
    return setAside;
  }

  LotSums lots() {
    return lots;
  }

  /** When a lot's place was last changed, in seconds; a place that is empty has no lots. */
  long loadedAt(LotSums.Key lot) {
    Holder holder = holders.get(lot.account());
    if (holder != null) {
      return holder.loadedAt();
    }
    SetAside place = setAside.get(lot.account());
    return place == null ? Long.MAX_VALUE : place.loadedAt();
  }

  private @Nullable Finding take(EntryRow entry, long at, long loadedAt, Sums sums) {
    Holder holder = holders.computeIfAbsent(entry.holderId(), id -> new Holder());
    holder.begin(entry.number(), at, loadedAt);
    long version = holder.countEntry();
    if (entry.version() != version) {
      return new Finding(
          "entry",
          names.entry(entry.holderId(), version, entry.number(), entry.line()),
          "version " + version,
          "version " + entry.version(),
          "A holder's entries are numbered without a gap in the order of their transactions: an"
              + " entry before this one is gone, or was put in.");
    }
    long after = balanceAfter(holder, entry, loadedAt);
    if (entry.balanceAfter() != after) {
      return wrongBalance(entry, after - entry.units(), sums);
    }
    Long lot = entry.lot();
    if (lot != null && lots.add(entry.accountId(), entry.part(), lot, entry.units()) < 0) {
      return new Finding(
          "entry",
          name(entry),
          "a lot that has as much",
          "lot " + lot + ", which has less than " + Amounts.credits(-entry.units()),
          "No lot can have less than nothing.");
    }
    return wrongStatement(holder, entry);
  }

  private long balanceAfter(Holder holder, EntryRow entry, long loadedAt) {
    long account = entry.accountId();
    long units = entry.units();
    if (account == entry.holderId()) {
      return holder.add(entry.part(), units);
    }
    if (disputes.contains(account)) {
      holder.addFrozen(units);
    } else {
      holder.addHeld(units);
    }
    SetAside place = setAside.computeIfAbsent(account, id -> new SetAside(entry.holderId()));
    long after = place.add(entry.part(), units, loadedAt);
    if (place.isEmpty()) {
      setAside.remove(account);
    }
    return after;
  }

  private @Nullable Finding wrongStatement(Holder holder, EntryRow entry) {
    if (holder.isStated()) {
      return misplaced(entry);
    }
    StatementRow found = entry.statement();
    if (found == null) {
      return null;
    }
    StatementRow expected = holder.statement();
    holder.state();
    return expected.equals(found)
        ? null
        : new Finding(
            "entry",
            name(entry),
            expected.toString(),
            found.toString(),
            "The statement line, in micro-credits, is not what the entries up to here lead to.");
  }

  private @Nullable Finding unstated(List<EntryRow> entries) {
    for (EntryRow entry : entries) {
      Holder holder = holders.get(entry.holderId());
      if (holder != null && !entry.part().equals("WHOLE") && !holder.isStated()) {
        return new Finding(
            "entry",
            name(lastOf(entry.holderId(), entries)),
            holder.statement().toString(),
            "no statement line",
            "The last entry that a transaction makes for an agent has its statement line.");
      }
    }
    return null;
  }

  private Finding misplaced(EntryRow entry) {
    return new Finding(
        "entry",
        name(entry),
        "to stand before the agent's statement line",
        "it behind",
        "Only the last entry that a transaction makes for an agent has its statement line.");
  }

  /** Which of the two columns was changed shows in the sum of the transaction. */
  private Finding wrongBalance(EntryRow entry, long before, Sums sums) {
    long units = entry.balanceAfter() - before;
    String asset = entry.asset();
    boolean wouldBalance = !sums.areZero() && sums.of(asset) == entry.units() - units;
    String meaning =
        "The balance before it was %s, the change is %s and the balance after it %s."
            .formatted(
                Amounts.exact(before, asset),
                Amounts.exact(entry.units(), asset),
                Amounts.exact(entry.balanceAfter(), asset));
    return wouldBalance
        ? new Finding(
            "entry",
            name(entry),
            "units " + Amounts.exact(units, asset),
            "units " + Amounts.exact(entry.units(), asset),
            meaning + " With the units that are expected its transaction sums to zero.")
        : new Finding(
            "entry",
            name(entry),
            "balance_after " + Amounts.exact(before + entry.units(), asset),
            "balance_after " + Amounts.exact(entry.balanceAfter(), asset),
            meaning);
  }

  private static Finding unbalanced(TransactionRow transaction, Sums sums) {
    return new Finding(
        "entry",
        "those of transaction " + transaction.number(),
        "entries that sum to zero",
        Amounts.credits(sums.credits())
            + " and "
            + Amounts.exact(sums.cents(), "USD")
            + " too much",
        "Every transaction sums to zero in each asset.");
  }

  private String name(EntryRow entry) {
    return names.entry(entry.holderId(), entry.version(), entry.number(), entry.line());
  }

  private static EntryRow lastOf(long holder, List<EntryRow> entries) {
    return entries.reversed().stream()
        .filter(entry -> entry.holderId() == holder)
        .findFirst()
        .orElseThrow();
  }
}
