package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.account.PurchaseId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of the ledger that a run of postings touches. Changes only by {@link #take}; not
 * thread-safe.
 */
public final class LedgerState {

  private final Duration seasoning;
  private final Map<AgentId, Wallet> wallets;
  private final Map<HoldId, Hold> holds;
  private final Map<DisputeId, Dispute> disputes;
  private final Map<PlatformAccount, RunningBalance> platform;
  private final Map<PostingId, EarlierTransaction> posted;
  private final Set<UsedReference> references;
  private final Map<PurchaseId, PurchaseLot> purchases;
  private final Map<PlatformAccount, Long> elsewhere;
  private Instant at;
  private long nextNumber;
  private Instant nextExpiry;

  /** What holds credits or dollars. */
  public record Accounts(
      Map<AgentId, Wallet> wallets,
      Map<HoldId, Hold> holds,
      Map<DisputeId, Dispute> disputes,
      Map<PlatformAccount, RunningBalance> platform) {

    public Accounts {
      wallets = Map.copyOf(wallets);
      holds = Map.copyOf(holds);
      disputes = Map.copyOf(disputes);
      platform = Map.copyOf(platform);
    }
  }

  /**
   * What was posted before.
   *
   * @param elsewhere the platform's balances in other writers' accounts, if an {@link Operation}
   *     needs them
   */
  public record Past(
      Map<PostingId, EarlierTransaction> posted,
      Set<UsedReference> references,
      Map<PurchaseId, PurchaseLot> purchases,
      Map<PlatformAccount, Long> elsewhere) {

    public static final Past NONE = new Past(Map.of(), Set.of(), Map.of(), Map.of());

    public Past {
      posted = Map.copyOf(posted);
      references = Set.copyOf(references);
      purchases = Map.copyOf(purchases);
      elsewhere = Map.copyOf(elsewhere);
    }
  }

  /**
   * What was loaded.
   *
   * @param at of the next transaction: later than any of the wallets' latest entries
   * @param nextNumber of the next transaction: higher than any before it
   * @param seasoning how long an earned credit rests before it converts
   */
  public LedgerState(
      Instant at, long nextNumber, Duration seasoning, Accounts accounts, Past past) {
    this.at = at.truncatedTo(ChronoUnit.MICROS);
    this.nextNumber = nextNumber;
    this.seasoning = seasoning;
    this.wallets = new HashMap<>(accounts.wallets());
    this.holds = new HashMap<>(accounts.holds());
    this.disputes = new HashMap<>(accounts.disputes());
    this.platform = new HashMap<>(accounts.platform());
    this.posted = new HashMap<>(past.posted());
    this.references = new HashSet<>(past.references());
    this.purchases = new HashMap<>(past.purchases());
    this.elsewhere = Map.copyOf(past.elsewhere());
    this.nextExpiry = firstExpiry();
  }

  /** The same state, which later changes of this one leave alone. */
  public LedgerState copy() {
    return new LedgerState(
        at,
        nextNumber,
        seasoning,
        new Accounts(wallets, holds, disputes, platform),
        new Past(posted, references, purchases, elsewhere));
  }

  /** When the next transaction happens. */
  public Instant at() {
    return at;
  }

  public long nextNumber() {
    return nextNumber;
  }

  /** The agent's wallet, if the agent is known. */
  public Optional<Wallet> wallet(AgentId agent) {
    return Optional.ofNullable(wallets.get(agent));
  }

  public Optional<Hold> hold(HoldId hold) {
    return Optional.ofNullable(holds.get(hold));
  }

  @Nullable Dispute dispute(@Nullable DisputeId dispute) {
    return disputes.get(dispute);
  }

  @Nullable PurchaseLot purchase(@Nullable PurchaseId purchase) {
    return purchases.get(purchase);
  }

  /** The wish to end the hold whose time was over first; empty if none's is. */
  public Optional<PlainHold.Expire> due() {
    if (at.isBefore(nextExpiry)) {
      return Optional.empty();
    }
    return holds.values().stream()
        .filter(hold -> hold.isDueAt(at))
        .min(Comparator.comparing(Hold::id))
        .map(hold -> new PlainHold.Expire(hold.id(), hold.payer()));
  }

  RunningBalance platform(PlatformAccount account) {
    return platform.getOrDefault(account, RunningBalance.ZERO);
  }

  /** What is in that account of the platform altogether; known only to an {@link Operation}. */
  long total(PlatformAccount account) {
    return platform(account).units() + elsewhere.getOrDefault(account, 0L);
  }

  @Nullable EarlierTransaction posted(PostingId id) {
    return posted.get(id);
  }

  boolean isUsed(UsedReference reference) {
    return references.contains(reference);
  }

  /** The lot of what is earned now: one per hour, seasoned when all of that hour has rested. */
  Lot earnedLot() {
    if (seasoning.isZero()) {
      return Lot.SEASONED;
    }
    Instant hour = at.plus(seasoning).truncatedTo(ChronoUnit.HOURS);
    return new Lot(Bucket.EARNED, hour.plus(1, ChronoUnit.HOURS).getEpochSecond());
  }

  /** Takes an accepted posting in, so that the next one finds its effect. */
  public void take(Outcome.Accepted accepted) {
    Transaction transaction = accepted.transaction();
    wallets.putAll(accepted.wallets());
    platform.putAll(accepted.platform());
    Hold hold = accepted.hold();
    if (hold != null) {
      holds.put(hold.id(), hold);
      nextExpiry = hold.purpose() == HoldPurpose.PAYMENT ? firstExpiry() : nextExpiry;
    }
    Dispute dispute = accepted.dispute();
    if (dispute != null) {
      disputes.put(dispute.id(), dispute);
    }
    PurchaseLot purchase = accepted.purchase();
    if (purchase != null) {
      purchases.put(purchase.id(), purchase);
    }
    posted.put(transaction.postingId(), new EarlierTransaction(transaction));
    usedReference(transaction).ifPresent(references::add);
    at = transaction.at().plus(1, ChronoUnit.MICROS);
    nextNumber = transaction.number() + 1;
  }

  private Instant firstExpiry() {
    return holds.values().stream()
        .filter(hold -> hold.status() == HoldStatus.HELD)
        .map(Hold::expiresAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static Optional<UsedReference> usedReference(Transaction transaction) {
    AgentId payer = transaction.payer();
    AgentId payee = transaction.payee();
    String reference = transaction.note().reference();
    return payer == null || payee == null || reference == null
        ? Optional.empty()
        : Optional.of(new UsedReference(payer, transaction.kind(), payee, reference));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LedgerState that
        && at.equals(that.at)
        && nextNumber == that.nextNumber
        && wallets.equals(that.wallets)
        && holds.equals(that.holds)
        && disputes.equals(that.disputes)
        && purchases.equals(that.purchases)
        && platform.equals(that.platform)
        && posted.equals(that.posted)
        && references.equals(that.references)
        && seasoning.equals(that.seasoning);
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, nextNumber, wallets, holds, platform);
  }

  @Override
  public String toString() {
    return "LedgerState" + wallets.values() + holds.values() + platform;
  }
}
