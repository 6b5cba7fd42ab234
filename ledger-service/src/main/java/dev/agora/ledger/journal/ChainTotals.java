package dev.agora.ledger.journal;

import dev.agora.ledger.posting.Dispute;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldStatus;
import dev.agora.ledger.posting.LedgerState;
import dev.agora.ledger.posting.Wallet;
import dev.agora.money.Credits;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a batch changes what all agents, holds and disputes have together, in micro-credits. */
final class ChainTotals {

  /** A column of table {@code chain}, by its name in lower case. */
  enum Total {
    AGENTS_PROMOTIONAL,
    AGENTS_PURCHASED,
    AGENTS_EARNED,
    DEBT,
    HELD,
    FROZEN,
    HOLDS_PROMOTIONAL,
    HOLDS_PURCHASED,
    HOLDS_EARNED,
    OPEN_HOLDS,
    FROZEN_PROMOTIONAL,
    FROZEN_PURCHASED,
    FROZEN_EARNED;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final List<Total> COLUMNS = List.of(Total.values());

  private final Map<Total, Long> changes = new EnumMap<>(Total.class);

  private ChainTotals() {}

  /**
   * From what was loaded to what is written.
   *
   * @param before holds and disputes that are not in it are new
   */
  static ChainTotals between(LedgerState.Accounts before, Changes after) {
    ChainTotals totals = new ChainTotals();
    after
        .wallets()
        .forEach(
            (id, wallet) -> {
              totals.add(before.wallets().get(id), -1);
              totals.add(wallet, 1);
            });
    after
        .holds()
        .forEach(
            (id, hold) -> {
              totals.add(before.holds().get(id), -1);
              totals.add(hold, 1);
            });
    after
        .disputes()
        .forEach(
            (id, dispute) -> {
              totals.add(before.disputes().get(id), -1);
              totals.add(dispute, 1);
            });
    return totals;
  }

  /** In the order of the columns. */
  List<Long> changes() {
    return COLUMNS.stream().map(total -> changes.getOrDefault(total, 0L)).toList();
  }

  private void add(@Nullable Wallet wallet, int sign) {
    if (wallet != null) {
      BucketSums sums = BucketSums.of(wallet.lots());
      add(Total.AGENTS_PROMOTIONAL, sums.promotional(), sign);
      add(Total.AGENTS_PURCHASED, sums.purchased(), sign);
      add(Total.AGENTS_EARNED, sums.earned(), sign);
      add(Total.DEBT, wallet.debt(), sign);
      add(Total.HELD, wallet.held(), sign);
      add(Total.FROZEN, wallet.frozen(), sign);
    }
  }

  private void add(@Nullable Hold hold, int sign) {
    if (hold != null) {
      BucketSums sums = BucketSums.of(hold.lots());
      add(Total.HOLDS_PROMOTIONAL, sums.promotional(), sign);
      add(Total.HOLDS_PURCHASED, sums.purchased(), sign);
      add(Total.HOLDS_EARNED, sums.earned(), sign);
      if (hold.status() == HoldStatus.HELD) {
        add(Total.OPEN_HOLDS, hold.amount().minus(hold.captured()), sign);
      }
    }
  }

  private void add(@Nullable Dispute dispute, int sign) {
    if (dispute != null) {
      BucketSums sums = BucketSums.of(dispute.lots());
      add(Total.FROZEN_PROMOTIONAL, sums.promotional(), sign);
      add(Total.FROZEN_PURCHASED, sums.purchased(), sign);
      add(Total.FROZEN_EARNED, sums.earned(), sign);
    }
  }

  private void add(Total total, Credits units, int sign) {
    changes.merge(total, sign * units.micros(), Long::sum);
  }
}
