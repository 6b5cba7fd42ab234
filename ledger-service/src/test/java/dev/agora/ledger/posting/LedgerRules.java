package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerRun.require;

import dev.agora.ledger.account.Account;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each posting may do, and when it may be refused, by the economy's page. */
final class LedgerRules {

  private record Day(AgentId agent, LocalDate date) {}

  private record Month(AgentId agent, YearMonth month) {}

  private final DisputeSums disputes = new DisputeSums();
  private final Map<Day, Credits> spentByDay = new HashMap<>();
  private final Map<Month, Credits> spentByMonth = new HashMap<>();

  void check(LedgerState before, Posting posting, Outcome.Accepted accepted) {
    ExpectedEffect expected = ExpectedEffect.of(before, posting, accepted);
    for (int number = 0; number < LedgerRun.AGENTS; number++) {
      AgentId agent = LedgerFixture.agent(number);
      Wallet from = before.wallet(agent).orElseThrow();
      Wallet to = accepted.wallets().getOrDefault(agent, from);
      ExpectedEffect.Change change =
          new ExpectedEffect.Change(
              worth(to) - worth(from),
              to.held().micros() - from.held().micros(),
              to.frozen().micros() - from.frozen().micros());
      require(change.equals(expected.of(agent)), "%s changes by %s", agent, change);
      require(to.status() == from.status() && to.limits().equals(from.limits()), "control lost");
      requireSpendingOrder(posting, from, to);
      requireRepayment(posting, from, to);
    }
    requireFee(before, posting, accepted);
    requireSeasoning(before, posting, accepted);
    Hold hold = posting.hold() == null ? null : before.hold(posting.hold()).orElse(null);
    requireHold(hold, accepted.hold(), before.at());
    disputes.check(before, posting, accepted);
    spend(before, posting);
  }

  /** A refusal has its reason. */
  void check(LedgerState before, Posting posting, Outcome.Rejected rejected) {
    AgentId payer = posting.payer();
    Credits amount = posting.amount();
    Wallet wallet = payer == null ? null : before.wallet(payer).orElse(null);
    boolean just =
        switch (rejected.reason()) {
          case SAME_AGENT -> Objects.equals(payer, posting.payee());
          case AGENT_FROZEN -> wallet != null && wallet.status() == AgentStatus.FROZEN;
          case LIMIT_EXCEEDED ->
              wallet != null && amount != null && isBeyondLimits(before.at(), wallet, amount);
          case COUNTERPARTY_NOT_ALLOWED ->
              wallet != null
                  && (wallet.limits().onlyAllowed()
                      || wallet.limits().blocked().contains(posting.payee()));
          case INSUFFICIENT_CREDITS ->
              // A reversal misses those very credits, whatever others there are.
              posting instanceof Operation.Reverse
                  || (wallet != null && amount != null && wallet.available().compareTo(amount) < 0);
          case NOT_CONVERTIBLE ->
              wallet != null
                  && amount != null
                  && wallet.lots().convertibleAt(before.at()).compareTo(amount) < 0;
          default -> true;
        };
    require(just, "refused without the reason %s", rejected);
  }

  private static long worth(Wallet wallet) {
    return wallet.available().plus(wallet.debt()).micros();
  }

  /** What is spent is promotional, then purchased, then earned. */
  private static void requireSpendingOrder(Posting posting, Wallet from, Wallet to) {
    if (!isSpending(posting) || !from.agent().equals(posting.payer())) {
      return;
    }
    boolean purchasedTaken = less(from, to, Bucket.PURCHASED);
    boolean earnedTaken = less(from, to, Bucket.EARNED);
    require(!purchasedTaken || to.lots().in(Bucket.PROMOTIONAL).isZero(), "purchased first");
    require(
        !earnedTaken
            || (to.lots().in(Bucket.PROMOTIONAL).isZero()
                && to.lots().in(Bucket.PURCHASED).isZero()),
        "earned first");
  }

  /** Income repays what is owed before any of it is spendable. */
  private static void requireRepayment(Posting posting, Wallet from, Wallet to) {
    if (from.debt().isZero() || posting instanceof Reversal.CloseDispute) {
      return;
    }
    boolean owes = to.debt().isNegative();
    boolean isPayee = from.agent().equals(posting.payee());
    require(
        !isPayee || !owes || to.available().equals(from.available()),
        "income that is spendable beside a debt");
  }

  /** Parts of an order's hold owe together what one of their sum would. */
  private static void requireFee(LedgerState before, Posting posting, Outcome.Accepted accepted) {
    Fee fee = accepted.transaction().fee();
    PlatformAccount account =
        switch (posting) {
          case Posting.Transfer _, PlainHold.Capture _ -> PlatformAccount.FEES_TRANSFER;
          case Posting.SettleHold _, CaptureHold _ -> PlatformAccount.FEES_MARKETPLACE;
          default -> null;
        };
    if (account != null) {
      Fee taken = Objects.requireNonNull(fee);
      Credits paid = ExpectedEffect.capturedOfOrder(before, posting);
      Credits all = paid.plus(accepted.transaction().amount());
      long owed = taken.rate().of(all).minus(taken.rate().of(paid)).micros();
      require(taken.units() == owed && change(accepted, account) == owed, "a fee of %s", fee);
    }
  }

  private static long change(Outcome.Accepted accepted, PlatformAccount account) {
    return accepted.entries().stream()
        .filter(entry -> entry.account() == account)
        .mapToLong(Entry::units)
        .sum();
  }

  /** Only what has rested converts, and what is earned now rests as long as it must. */
  private static void requireSeasoning(
      LedgerState before, Posting posting, Outcome.Accepted accepted) {
    boolean conversion =
        posting instanceof Posting.PlaceHold place && place.purpose() == HoldPurpose.CONVERSION;
    for (Entry entry : accepted.entries()) {
      Lot lot = entry.lot();
      if (conversion && lot != null) {
        require(lot.isConvertibleAt(before.at()), "converts %s", lot);
      }
      boolean income =
          entry.account() instanceof Account.AgentBucket(var agent, var bucket)
              && bucket == Bucket.EARNED
              && entry.units() > 0
              && arrivesAsEarned(before, posting, agent);
      require(!income || before.earnedLot().equals(lot), "earned as %s", lot);
    }
  }

  private static boolean arrivesAsEarned(LedgerState before, Posting posting, AgentId agent) {
    return switch (posting) {
      case Operation.Reward _ -> true;
      case Posting.Transfer it -> areStrangers(before, it.payer(), agent);
      case PlainHold.Capture it -> areStrangers(before, it.payer(), agent);
      case Posting.SettleHold it -> areStrangers(before, it.payer(), agent);
      case CaptureHold it -> areStrangers(before, it.payer(), agent);
      default -> false;
    };
  }

  private static boolean areStrangers(LedgerState before, AgentId one, AgentId other) {
    return before.wallet(one).orElseThrow().isOfOtherOwnerThan(before.wallet(other).orElseThrow());
  }

  /** A hold ends once, is never captured after its time, and what is captured only grows. */
  private static void requireHold(@Nullable Hold before, @Nullable Hold after, Instant at) {
    if (after == null || before == null) {
      require(after == null || after.status() == HoldStatus.HELD, "ended before it began");
      return;
    }
    boolean refund = after.refunded().compareTo(before.refunded()) > 0;
    require(refund || before.status() == HoldStatus.HELD, "ended twice: %s", before);
    require(after.captured().compareTo(before.captured()) >= 0, "captured less: %s", after);
    boolean expired = after.status() == HoldStatus.EXPIRED;
    require(expired == (before.isDueAt(at) && !refund), "ended at the wrong time: %s", after);
  }

  /** Counts a payment or a hold, and checks that the limits in force allowed it. */
  private void spend(LedgerState before, Posting posting) {
    if (!isSpending(posting)) {
      return;
    }
    Wallet wallet = before.wallet(Objects.requireNonNull(posting.payer())).orElseThrow();
    Credits amount = Objects.requireNonNull(posting.amount());
    AgentId payee = posting.payee();
    Limits limits = wallet.limits();
    require(!isBeyondLimits(before.at(), wallet, amount), "beyond the limits %s", limits);
    require(wallet.status() == AgentStatus.ACTIVE, "spends while %s", wallet.status());
    require(
        payee == null
            || (!limits.blocked().contains(payee)
                && (!limits.onlyAllowed() || limits.allowed().contains(payee))),
        "pays %s",
        payee);
    LocalDate today = LocalDate.ofInstant(before.at(), ZoneOffset.UTC);
    spentByDay.merge(new Day(wallet.agent(), today), amount, Credits::plus);
    spentByMonth.merge(new Month(wallet.agent(), YearMonth.from(today)), amount, Credits::plus);
  }

  private boolean isBeyondLimits(Instant at, Wallet wallet, Credits amount) {
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Limits limits = wallet.limits();
    Day day = new Day(wallet.agent(), today);
    Month month = new Month(wallet.agent(), YearMonth.from(today));
    return isBeyond(limits.perPayment(), amount)
        || isBeyond(limits.daily(), amount.plus(spentByDay.getOrDefault(day, Credits.ZERO)))
        || isBeyond(limits.monthly(), amount.plus(spentByMonth.getOrDefault(month, Credits.ZERO)));
  }

  private static boolean isBeyond(@Nullable Credits max, Credits amount) {
    return max != null && amount.compareTo(max) > 0;
  }

  /** Whether limits count it and buckets are taken in their order. */
  private static boolean isSpending(Posting posting) {
    return switch (posting) {
      case Posting.Transfer _, Spend _, PlainHold.Place _ -> true;
      case Posting.PlaceHold place -> place.purpose() == HoldPurpose.ORDER;
      default -> false;
    };
  }

  private static boolean less(Wallet from, Wallet to, Bucket bucket) {
    return to.lots().in(bucket).compareTo(from.lots().in(bucket)) < 0;
  }
}
