package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerRun.require;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentAccount;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * A second bookkeeping of a run, out of the entries alone. Each transaction sums to zero in each
 * asset; each entry continues its account and its holder's count; numbers have no gap and times
 * rise; no account passes its floor; and what the state says is the sum of the entries.
 */
final class LedgerBooks {

  private final Map<Account, Long> balances = new HashMap<>();
  private final Map<AgentId, Long> versions = new HashMap<>();
  private final Map<AgentId, Credits> available = new HashMap<>();
  private final Map<PlatformAccount, RunningBalance> platform =
      new EnumMap<>(PlatformAccount.class);
  private long number;
  private Instant at = Instant.MIN;

  /** The platform's accounts with their versions, those that were ever touched. */
  Map<PlatformAccount, RunningBalance> platform() {
    return platform;
  }

  void add(Outcome.Accepted accepted) {
    Transaction transaction = accepted.transaction();
    require(transaction.number() == number + 1, "a gap before %s", transaction.number());
    require(transaction.at().isAfter(at), "no later than the one before");
    number = transaction.number();
    at = transaction.at();
    Map<Asset, Long> sums = new EnumMap<>(Asset.class);
    for (Entry entry : accepted.entries()) {
      require(entry.units() != 0, "an entry of nothing");
      sums.merge(entry.account().asset(), entry.units(), Math::addExact);
      long after = balances.merge(entry.account(), entry.units(), Math::addExact);
      require(after == entry.balanceAfter(), "%s does not continue its account", entry);
      switch (entry.account()) {
        case PlatformAccount account -> {
          RunningBalance before = platform.getOrDefault(account, RunningBalance.ZERO);
          platform.put(account, before.plus(entry.units()));
          require(entry.version() == before.version() + 1, "%s is out of order", entry);
        }
        case AgentAccount account -> {
          boolean debt = account instanceof Account.AgentDebt;
          require(debt ? after <= 0 : after >= 0, "%s is beyond its floor", entry);
          long version = versions.merge(account.agent(), 1L, Long::sum);
          require(entry.version() == version, "%s is out of order", entry);
        }
      }
      StatementLine line = entry.statement();
      if (line != null) {
        available.merge(line.after().agent(), line.availableChange(), Credits::plus);
      }
    }
    require(sums.values().stream().allMatch(sum -> sum == 0), "out of balance: %s", sums);
  }

  /** What the state has of everything that the transaction touched is what the entries sum to. */
  void agreeWith(LedgerState state, Outcome.Accepted accepted) {
    for (Entry entry : accepted.entries()) {
      long sum = balances.getOrDefault(entry.account(), 0L);
      require(sum == inState(state, entry.account()), "%s is not %s", entry.account(), sum);
    }
    for (AgentId agent : accepted.wallets().keySet()) {
      Wallet wallet = state.wallet(agent).orElseThrow();
      Credits sum = available.getOrDefault(agent, Credits.ZERO);
      require(wallet.available().equals(sum), "statements of %s sum to %s", agent, sum);
      require(wallet.version() == versions.getOrDefault(agent, 0L), "versions of %s", agent);
    }
  }

  private static long inState(LedgerState state, Account account) {
    return switch (account) {
      case PlatformAccount platform -> state.platform(platform).units();
      case Account.AgentBucket(var agent, var bucket) ->
          micros(state.wallet(agent).orElseThrow().lots(), bucket);
      case Account.AgentDebt(var agent) -> state.wallet(agent).orElseThrow().debt().micros();
      case Account.HoldBucket(var hold, _, var bucket) ->
          micros(state.hold(hold).orElseThrow().lots(), bucket);
      case Account.FrozenBucket(var id, _, var bucket) -> {
        Dispute dispute = state.dispute(id);
        yield dispute == null ? 0 : micros(dispute.lots(), bucket);
      }
    };
  }

  private static long micros(Lots lots, Bucket bucket) {
    return lots.in(bucket).micros();
  }
}
