package dev.agora.ledger.journal;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.Dispute;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.Limits;
import dev.agora.ledger.posting.Lots;
import dev.agora.ledger.posting.Piece;
import dev.agora.ledger.posting.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the loaded lots into the wallets, holds and disputes that they are of. */
final class Contents {

  private final Map<Long, List<Piece>> pieces = new HashMap<>();
  private final Instant at;

  Contents(List<LotRow> lots, Instant at) {
    lots.forEach(
        row -> pieces.computeIfAbsent(row.accountId(), id -> new ArrayList<>()).add(row.piece()));
    this.at = at;
  }

  Map<AgentId, Wallet> ofWallets(List<WalletRow> rows, Map<Long, Limits> limits) {
    Map<AgentId, Wallet> wallets = new HashMap<>();
    rows.forEach(
        row ->
            wallets.put(
                row.agent(),
                row.with(lots(row.id(), row.sums()), limits.getOrDefault(row.id(), Limits.NONE))));
    return wallets;
  }

  Map<HoldId, Hold> ofHolds(List<HoldRow> rows, Map<HoldId, Lots> paid) {
    Map<HoldId, Hold> holds = new HashMap<>();
    rows.forEach(
        row ->
            holds.put(
                row.id(),
                row.with(
                    lots(row.accountId(), row.sums()), paid.getOrDefault(row.id(), Lots.NONE))));
    return holds;
  }

  Map<DisputeId, Dispute> ofDisputes(List<DisputeRow> rows) {
    Map<DisputeId, Dispute> disputes = new HashMap<>();
    rows.forEach(row -> disputes.put(row.id(), row.with(lots(row.accountId(), row.sums()))));
    return disputes;
  }

  private Lots lots(long accountId, BucketSums sums) {
    return sums.split(pieces.getOrDefault(accountId, List.of()), at);
  }
}
