package dev.agora.ledger.posting;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a draft into entries that carry their running balance and version, so that the history
 * proves itself. Balances change here and nowhere else, one entry at a time.
 */
final class Stamp {

  private final LedgerState state;
  private final Instant at;
  private final Map<AgentId, Wallet> wallets = new LinkedHashMap<>();
  private final Map<AgentId, Integer> lastEntries = new HashMap<>();
  private final Map<PlatformAccount, RunningBalance> platform =
      new EnumMap<>(PlatformAccount.class);
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable Hold hold;
  private @Nullable Dispute dispute;

  private Stamp(LedgerState state, Draft draft) {
    this.state = state;
    this.at = state.at();
    this.hold = draft.hold();
    this.dispute = draft.dispute();
  }

  static Outcome.Accepted accept(LedgerState state, Draft draft) {
    Transaction transaction = draft.transaction(state);
    Stamp stamp = new Stamp(state, draft);
    draft.movements().forEach(stamp::add);
    stamp.count(draft);
    stamp.addStatementLines();
    return new Outcome.Accepted(
        transaction,
        stamp.entries,
        stamp.wallets,
        stamp.hold,
        stamp.dispute,
        draft.purchase(),
        stamp.platform);
  }

  private void add(Movement movement) {
    entries.add(
        switch (movement.account()) {
          case Account.AgentBucket account -> inBucket(account, movement);
          case Account.AgentDebt account -> inDebt(account, movement);
          case Account.HoldBucket account -> inHold(account, movement);
          case Account.FrozenBucket account -> inFrozen(account, movement);
          case PlatformAccount account -> inPlatform(account, movement);
        });
  }

  private Entry inBucket(Account.AgentBucket account, Movement movement) {
    Wallet wallet = wallet(account.agent());
    Lots lots = wallet.lots().plus(lotOf(movement), Credits.ofMicros(movement.units()));
    Wallet after = changed(wallet.withLots(lots));
    return entry(movement, lots.in(account.bucket()), after);
  }

  private Entry inDebt(Account.AgentDebt account, Movement movement) {
    Wallet wallet = wallet(account.agent());
    Credits debt = wallet.debt().plus(Credits.ofMicros(movement.units()));
    return entry(movement, debt, changed(wallet.withDebt(debt)));
  }

  private Entry inHold(Account.HoldBucket account, Movement movement) {
    Hold before = hold;
    if (before == null || !before.id().equals(account.hold())) {
      throw new IllegalStateException("a movement in a hold that is not part of the draft");
    }
    Credits change = Credits.ofMicros(movement.units());
    Hold after = before.withLots(before.lots().plus(lotOf(movement), change));
    hold = after;
    Wallet wallet = wallet(account.agent());
    return entry(
        movement,
        after.lots().in(account.bucket()),
        changed(wallet.withHeld(wallet.held().plus(change))));
  }

  private Entry inFrozen(Account.FrozenBucket account, Movement movement) {
    Dispute before = dispute;
    if (before == null || !before.id().equals(account.dispute())) {
      throw new IllegalStateException("a movement in a dispute that is not part of the draft");
    }
    Credits change = Credits.ofMicros(movement.units());
    Dispute after = before.withLots(before.lots().plus(lotOf(movement), change));
    dispute = after;
    Wallet wallet = wallet(account.agent());
    return entry(
        movement,
        after.lots().in(account.bucket()),
        changed(wallet.withFrozen(wallet.frozen().plus(change))));
  }

  private Entry inPlatform(PlatformAccount account, Movement movement) {
    RunningBalance before = platform.getOrDefault(account, state.platform(account));
    RunningBalance after = before.plus(movement.units());
    platform.put(account, after);
    return new Entry(account, null, movement.units(), after.units(), after.version(), null);
  }

  private Wallet wallet(AgentId agent) {
    Wallet changed = wallets.get(agent);
    return changed != null ? changed : state.wallet(agent).orElseThrow();
  }

  private Wallet changed(Wallet wallet) {
    Wallet after = wallet.afterEntry(at);
    wallets.put(after.agent(), after);
    lastEntries.put(after.agent(), entries.size());
    return after;
  }

  private static Entry entry(Movement movement, Credits balanceAfter, Wallet after) {
    return new Entry(
        movement.account(),
        movement.lot(),
        movement.units(),
        balanceAfter.micros(),
        after.version(),
        null);
  }

  private void count(Draft draft) {
    AgentId spender = draft.spender();
    if (spender != null) {
      wallets.put(spender, wallet(spender).spending(draft.amount()));
    }
  }

  private void addStatementLines() {
    lastEntries.forEach(
        (agent, index) -> {
          Wallet before = state.wallet(agent).orElseThrow();
          Wallet after = wallet(agent);
          StatementLine line =
              new StatementLine(
                  after.available().minus(before.available()),
                  after.held().minus(before.held()),
                  after);
          Entry last = entries.get(index);
          entries.set(
              index,
              new Entry(
                  last.account(),
                  last.lot(),
                  last.units(),
                  last.balanceAfter(),
                  last.version(),
                  line));
        });
  }

  private static Lot lotOf(Movement movement) {
    Lot lot = movement.lot();
    if (lot == null) {
      throw new IllegalStateException("credits of an agent belong to a lot");
    }
    return lot;
  }
}
