package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.LedgerState;
import dev.agora.ledger.posting.Operation;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.RunningBalance;
import dev.agora.money.Economy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Locks and loads all that a run of postings can touch: a chain first, then wallets by id. */
@Component
class Loading {

  private final JdbcChains chains;
  private final JdbcWallets wallets;
  private final JdbcCounterparties counterparties;
  private final JdbcHolds holds;
  private final JdbcDisputes disputes;
  private final JdbcPurchases purchases;
  private final JdbcLots lots;
  private final JdbcPlatformAccounts platform;
  private final JdbcEarlierPostings earlier;
  private final Economy economy;
  private final Clock clock;

  Loading(
      JdbcChains chains,
      JdbcWallets wallets,
      JdbcCounterparties counterparties,
      JdbcHolds holds,
      JdbcDisputes disputes,
      JdbcPurchases purchases,
      JdbcLots lots,
      JdbcPlatformAccounts platform,
      JdbcEarlierPostings earlier,
      Economy economy,
      Clock clock) {
    this.chains = chains;
    this.wallets = wallets;
    this.counterparties = counterparties;
    this.holds = holds;
    this.disputes = disputes;
    this.purchases = purchases;
    this.lots = lots;
    this.platform = platform;
    this.earlier = earlier;
    this.economy = economy;
    this.clock = clock;
  }

  /** Before all other locks. */
  void lockOperations() {
    chains.lockOperations();
  }

  /** Locks a chain, then the wallets by id; the locks hold until the transaction ends. */
  Loaded lock(List<Posting> postings) {
    Named named = Named.by(postings);
    if (hasOperations(postings)) {
      chains.lockOperations();
    }
    Chain chain = chains.lockAny();
    List<WalletRow> rows = wallets.lock(named.agents());
    return load(postings, named, chain, rows, chains.nextBatchId());
  }

  /** The same for what those agents hold, without a posting. */
  Loaded lock(Set<AgentId> agents) {
    Named named = new Named(agents, Set.of(), Set.of(), Set.of(), Set.of());
    Chain chain = chains.lockAny();
    return load(List.of(), named, chain, wallets.lock(agents), chains.nextBatchId());
  }

  /** Looks without a lock, within the caller's snapshot; what is loaded can not be saved. */
  Loaded peek(List<Posting> postings) {
    Named named = Named.by(postings);
    return load(postings, named, chains.first(), wallets.find(named.agents()), 0);
  }

  private Loaded load(
      List<Posting> postings, Named named, Chain chain, List<WalletRow> walletRows, long batchId) {
    Instant at = nextInstant(chain, walletRows);
    List<HoldRow> holdRows = holds.load(named.holds(), thatHold(walletRows), lastOf(at));
    List<DisputeRow> disputeRows = disputes.load(named.disputes());
    List<JdbcPlatformAccounts.Row> platformRows = platform.load(chain.number());
    AccountIds ids =
        new AccountIds(
            walletRows.stream().collect(Collectors.toMap(WalletRow::agent, WalletRow::id)),
            numbered(
                named.holds(),
                holdRows.stream().collect(Collectors.toMap(HoldRow::id, HoldRow::accountId))),
            numbered(
                named.disputes(),
                disputeRows.stream()
                    .collect(Collectors.toMap(DisputeRow::id, DisputeRow::accountId))),
            platformRows.stream()
                .collect(
                    Collectors.toMap(
                        JdbcPlatformAccounts.Row::account, JdbcPlatformAccounts.Row::id)));
    List<LotRow> lotRows = lots.load(ids.ofAgents());
    Contents contents = new Contents(lotRows, at);
    LedgerState.Accounts accounts =
        new LedgerState.Accounts(
            contents.ofWallets(walletRows, counterparties.limits(walletRows, named.agents())),
            contents.ofHolds(holdRows, purchases.paidWith(named.given())),
            contents.ofDisputes(disputeRows),
            balancesOf(platformRows));
    LedgerState state =
        new LedgerState(
            at,
            Batch.firstNumberOf(batchId),
            economy.seasoning(),
            accounts,
            past(postings, named, ids, chain));
    Set<HoldId> placed = holdRows.stream().map(HoldRow::id).collect(Collectors.toSet());
    return new Loaded(chain, batchId, state, accounts, ids, placed, lotRows);
  }

  private LedgerState.Past past(List<Posting> postings, Named named, AccountIds ids, Chain chain) {
    return new LedgerState.Past(
        earlier.posted(postings),
        earlier.used(postings, ids),
        purchases.load(named.purchases()),
        hasOperations(postings) ? platform.elsewhere(chain.number()) : Map.of());
  }

  /** The stored numbers, and fresh ones for what the postings may make. */
  private <T> Map<T, Long> numbered(Set<T> named, Map<T, Long> stored) {
    List<T> fresh = named.stream().filter(one -> !stored.containsKey(one)).toList();
    if (fresh.isEmpty()) {
      return stored;
    }
    Map<T, Long> all = new HashMap<>(stored);
    List<Long> numbers = chains.nextAccountIds(fresh.size());
    for (int index = 0; index < fresh.size(); index++) {
      all.put(fresh.get(index), numbers.get(index));
    }
    return all;
  }

  private static boolean hasOperations(List<Posting> postings) {
    return postings.stream().anyMatch(Operation.class::isInstance);
  }

  private static List<Long> thatHold(List<WalletRow> rows) {
    return rows.stream().filter(row -> row.held().isPositive()).map(WalletRow::id).toList();
  }

  /** The latest instant that a transaction of the batch can have. */
  private static Instant lastOf(Instant first) {
    return first.plus(Batch.TRANSACTIONS_MAX, ChronoUnit.MICROS);
  }

  /** Later than all that this chain and these agents have seen, whatever the clocks say. */
  private Instant nextInstant(Chain chain, List<WalletRow> rows) {
    Instant latest = chain.lastAt();
    for (WalletRow row : rows) {
      latest = row.changedAt().isAfter(latest) ? row.changedAt() : latest;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(latest) ? now : latest.plus(1, ChronoUnit.MICROS);
  }

  private static Map<PlatformAccount, RunningBalance> balancesOf(
      List<JdbcPlatformAccounts.Row> rows) {
    Map<PlatformAccount, RunningBalance> balances = new EnumMap<>(PlatformAccount.class);
    rows.forEach(row -> balances.put(row.account(), row.balance()));
    return balances;
  }
}
