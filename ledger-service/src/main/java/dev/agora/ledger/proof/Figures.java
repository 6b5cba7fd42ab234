package dev.agora.ledger.proof;

import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.PlatformAccount;
import java.util.Map;

/**
 * What one snapshot of the ledger holds, in micro-credits and cents.
 *
 * @param agents in the agents' own buckets
 * @param debt zero or below
 * @param held as the agents' rows have it
 * @param holds in the holds' buckets
 * @param openHolds what is still held of every open hold, by its amount
 * @param frozen in the open disputes' buckets
 * @param frozenByAgents as the agents' rows have it
 * @param platform the balance of each platform account
 * @param entries how the balances compare with the journal
 */
public record Figures(
    Buckets agents,
    long debt,
    long held,
    Buckets holds,
    long openHolds,
    Buckets frozen,
    long frozenByAgents,
    Map<PlatformAccount, Long> platform,
    Entries entries) {

  /** Sums by bucket. */
  public record Buckets(long promotional, long purchased, long earned) {

    public long total() {
      return Math.addExact(Math.addExact(promotional, purchased), earned);
    }
  }

  /**
   * Holders whose balance differs from what their entries lead to.
   *
   * @param holders agents and platform accounts that were compared
   * @param wrong of them
   * @param firstWrong the first one's name, or {@code none}
   * @param wrongLots agents and holds whose lots do not sum to their buckets
   * @param wrongHeld agents whose held sum differs from their open holds
   * @param wrongFrozen agents whose frozen sum differs from their open disputes
   * @param comparedAt when the agents were last compared to the end, or {@code never}
   */
  public record Entries(
      long holders,
      long wrong,
      String firstWrong,
      long wrongLots,
      long wrongHeld,
      long wrongFrozen,
      String comparedAt) {}

  public Figures {
    platform = Map.copyOf(platform);
  }

  /** With what the agents' rows were found to differ, which the sums kept by batches do not see. */
  Figures plus(ProofPass.Difference found) {
    return new Figures(
        new Buckets(
            agents.promotional() + found.promotional(),
            agents.purchased() + found.purchased(),
            agents.earned() + found.earned()),
        debt + found.debt(),
        held + found.held(),
        holds,
        openHolds,
        frozen,
        frozenByAgents + found.frozen(),
        platform,
        entries);
  }

  /** What lost disputes could not take back: owed by agents, or lost. Zero or below. */
  long uncollected() {
    return debt + of(PlatformAccount.CREDIT_LOSSES);
  }

  /** Purchased and promotional credits outside the platform, frozen ones included. */
  long bought() {
    return agents.promotional()
        + agents.purchased()
        + holds.promotional()
        + holds.purchased()
        + frozen.promotional()
        + frozen.purchased();
  }

  Backing backing() {
    long earned = agents.earned() + holds.earned() + frozen.earned();
    return Backing.of(this::of, earned, bought(), debt);
  }

  long of(PlatformAccount account) {
    return platform.getOrDefault(account, 0L);
  }

  /** All balances of an asset, which are to sum to zero. */
  long sum(Asset asset) {
    long total = platformTotal(asset);
    return asset == Asset.USD
        ? total
        : total + agents.total() + debt + holds.total() + frozen.total();
  }

  long platformTotal(Asset asset) {
    return platform.entrySet().stream()
        .filter(account -> account.getKey().asset() == asset)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
