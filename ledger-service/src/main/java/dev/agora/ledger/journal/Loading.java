package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Locks and loads all that a run of postings can touch: a chain first, then wallets by id, then
 * what these guard.
 */
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
  void lockOperations(JdbcScript script) {
    chains.lockOperations(script);
  }

  /** Locks a chain, then the wallets by id; the locks hold until the transaction ends. */
  Opening lock(JdbcScript script, List<Posting> postings) {
    chains.keepPlans(script);
    if (hasOperations(postings)) {
      chains.lockOperations(script);
    }
    return lock(script, Named.by(postings));
  }

  /** The same for what those agents hold, without a posting. */
  Opening lock(JdbcScript script, Set<AgentId> agents) {
    return lock(script, new Named(agents, Set.of(), Set.of(), Set.of(), Set.of()));
  }

  private Opening lock(JdbcScript script, Named named) {
    return new Opening(
        named,
        chains.lockAny(script),
        wallets.lock(script, named.agents()),
        chains.nextBatchId(script));
  }

  /** Looks without a lock, within the caller's snapshot; what is loaded can not be saved. */
  Opening peek(JdbcScript script, List<Posting> postings) {
    Named named = Named.by(postings);
    return new Opening(
        named,
        chains.first(script),
        wallets.find(script, named.agents()),
        JdbcAnswer.known(List.of(0L)));
  }

  /**
   * Loads what those postings touch, with one round trip, two if there are holds or disputes.
   *
   * @param postings all that the opening names, or some of them
   */
  Loaded load(JdbcScript script, Opening opening, List<Posting> postings) {
    Chain chain = opening.chain().single();
    List<WalletRow> walletRows = opening.wallets().rows();
    Instant at = nextInstant(chain, walletRows);
    Questions asked = ask(script, opening, postings, lastOf(at));
    script.run();
    JdbcAnswer<LotRow> others = lots.load(script, asked.accounts());
    AccountIds ids = ids(script, opening, asked);
    List<LotRow> lotRows =
        Stream.of(asked.lots(), others).flatMap(answer -> answer.rows().stream()).toList();
    Contents contents = new Contents(lotRows, at);
    List<HoldRow> holdRows = asked.holds().rows();
    LedgerState.Accounts accounts =
        new LedgerState.Accounts(
            contents.ofWallets(
                walletRows, JdbcCounterparties.limits(walletRows, asked.counterparties().rows())),
            contents.ofHolds(holdRows, JdbcPurchases.byHold(asked.paid().rows())),
            contents.ofDisputes(asked.disputes().rows()),
            balancesOf(asked.platform().rows()));
    LedgerState state =
        new LedgerState(
            at,
            Batch.firstNumberOf(opening.batchId().single()),
            economy.seasoning(),
            accounts,
            asked.past());
    Set<HoldId> placed = holdRows.stream().map(HoldRow::id).collect(Collectors.toSet());
    return new Loaded(chain, opening.batchId().single(), state, accounts, ids, placed, lotRows);
  }

  private Questions ask(JdbcScript script, Opening opening, List<Posting> postings, Instant until) {
    Named named = opening.named();
    List<WalletRow> walletRows = opening.wallets().rows();
    Map<AgentId, Long> walletIds = Questions.idsOf(walletRows);
    int chain = opening.chain().single().number();
    return new Questions(
        holds.load(script, named.holds(), thatHold(walletRows), until),
        disputes.load(script, named.disputes()),
        platform.load(script, chain),
        hasOperations(postings) ? platform.elsewhere(script, chain) : JdbcAnswer.none(),
        counterparties.load(script, walletRows, named.agents()),
        purchases.paidWith(script, named.given()),
        purchases.load(script, named.purchases()),
        earlier.posted(script, postings),
        earlier.used(script, postings, walletIds),
        lots.load(script, walletIds.values()));
  }

  /** The stored numbers, and fresh ones for what the postings may make; runs the script. */
  private AccountIds ids(JdbcScript script, Opening opening, Questions asked) {
    Map<HoldId, Long> holdIds =
        asked.holds().rows().stream().collect(Collectors.toMap(HoldRow::id, HoldRow::accountId));
    Map<DisputeId, Long> disputeIds =
        asked.disputes().rows().stream()
            .collect(Collectors.toMap(DisputeRow::id, DisputeRow::accountId));
    List<HoldId> newHolds = without(opening.named().holds(), holdIds);
    List<DisputeId> newDisputes = without(opening.named().disputes(), disputeIds);
    JdbcAnswer<Long> fresh = chains.nextAccountIds(script, newHolds.size() + newDisputes.size());
    script.run();
    Iterator<Long> numbers = fresh.rows().iterator();
    newHolds.forEach(hold -> holdIds.put(hold, numbers.next()));
    newDisputes.forEach(dispute -> disputeIds.put(dispute, numbers.next()));
    return new AccountIds(
        Questions.idsOf(opening.wallets().rows()),
        holdIds,
        disputeIds,
        asked.platform().rows().stream()
            .collect(
                Collectors.toMap(JdbcPlatformAccounts.Row::account, JdbcPlatformAccounts.Row::id)));
  }

  private static <T> List<T> without(Set<T> named, Map<T, Long> stored) {
    return named.stream().filter(one -> !stored.containsKey(one)).toList();
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
