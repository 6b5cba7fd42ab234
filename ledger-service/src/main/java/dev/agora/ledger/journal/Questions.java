package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.posting.EarlierTransaction;
import dev.agora.ledger.posting.LedgerState;
import dev.agora.ledger.posting.PurchaseLot;
import dev.agora.ledger.posting.UsedReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run of postings needs to know beside its chain and its wallets, which are locked when it
 * asks.
 *
 * @param elsewhere the platform's balances in the other chains
 * @param lots of the wallets
 */
record Questions(
    JdbcAnswer<HoldRow> holds,
    JdbcAnswer<DisputeRow> disputes,
    JdbcAnswer<JdbcPlatformAccounts.Row> platform,
    JdbcAnswer<Map.Entry<PlatformAccount, Long>> elsewhere,
    JdbcAnswer<JdbcCounterparties.Row> counterparties,
    JdbcAnswer<JdbcPurchases.Paid> paid,
    JdbcAnswer<PurchaseLot> purchases,
    JdbcAnswer<EarlierTransaction> posted,
    JdbcAnswer<UsedReference> used,
    JdbcAnswer<LotRow> lots) {

  static Map<AgentId, Long> idsOf(Collection<WalletRow> wallets) {
    return wallets.stream().collect(Collectors.toMap(WalletRow::agent, WalletRow::id));
  }

  /** The numbers of the holds and disputes that were found. */
  List<Long> accounts() {
    return Stream.concat(
            holds.rows().stream().map(HoldRow::accountId),
            disputes.rows().stream().map(DisputeRow::accountId))
        .toList();
  }

  LedgerState.Past past() {
    return new LedgerState.Past(
        posted.rows().stream()
            .collect(
                Collectors.toMap(earlier -> earlier.transaction().postingId(), earlier -> earlier)),
        Set.copyOf(used.rows()),
        purchases.rows().stream().collect(Collectors.toMap(PurchaseLot::id, lot -> lot)),
        elsewhere.rows().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
