package dev.agora.ledger;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.posting.CaptureHold;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.HoldPurpose;
import dev.agora.ledger.posting.HoldStatus;
import dev.agora.ledger.posting.Movement;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Operation;
import dev.agora.ledger.posting.Original;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.PlainHold;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Reversal;
import dev.agora.ledger.posting.Spend;
import dev.agora.ledger.posting.Transaction;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/** Postings of all kinds between some agents, each made of what the earlier ones have left. */
final class RandomPostings {

  private static final FeeRate FEE = FeeRate.ofBasisPoints(500);
  private static final FeeRate CONVERSION_FEE = FeeRate.ofBasisPoints(1500);

  private final Random random;
  private final List<AgentId> agents;
  private final List<Hold> holds = new ArrayList<>();
  private final List<Hold> settled = new ArrayList<>();
  private final RandomPurchases purchases;
  private final List<Original> originals = new ArrayList<>();
  private final List<Supplier<Posting>> verbs =
      List.of(
          this::buy,
          this::pay,
          this::pay,
          this::pay,
          this::spend,
          this::order,
          this::order,
          this::convert,
          this::setAside,
          this::endHold,
          this::endHold,
          this::endHold,
          this::giveBack,
          this::refund,
          this::freeze,
          this::closeDispute,
          this::operate,
          this::operate,
          this::giveBackReturned,
          this::reverse);

  RandomPostings(long seed, List<AgentId> agents) {
    this.random = new Random(seed);
    this.agents = List.copyOf(agents);
    this.purchases = new RandomPurchases(random, this.agents, holds);
  }

  Posting next() {
    return verbs.get(random.nextInt(verbs.size())).get();
  }

  private Posting giveBackReturned() {
    return RandomReturns.next(id(), agent(), random);
  }

  /** Learns what became of a posting. */
  void saw(Posting posting, Outcome outcome) {
    if (!(outcome instanceof Outcome.Accepted accepted)) {
      return;
    }
    Hold hold = accepted.hold();
    if (hold != null) {
      holds.removeIf(known -> known.id().equals(hold.id()));
      if (hold.status() == HoldStatus.HELD) {
        holds.add(hold);
      }
      if (posting instanceof Posting.SettleHold && hold.status() == HoldStatus.CAPTURED) {
        settled.add(hold);
      }
    }
    Transaction done = accepted.transaction();
    originals.add(
        new Original(
            done.id(),
            done.kind(),
            done.payer(),
            done.payee(),
            done.amount(),
            done.note().details(),
            accepted.entries().stream()
                .map(entry -> new Movement(entry.account(), entry.lot(), entry.units()))
                .toList()));
  }

  Posting buy() {
    return purchases.buy();
  }

  private Posting refund() {
    return purchases.refund();
  }

  private Posting freeze() {
    return purchases.freeze();
  }

  private Posting closeDispute() {
    return purchases.close().orElseGet(this::pay);
  }

  private Posting pay() {
    return new Posting.Transfer(id(), agent(), agent(), amount(), FEE, Note.NONE);
  }

  private Posting spend() {
    return new Spend(id(), agent(), amount(), "search", null);
  }

  private Posting order() {
    return place(HoldPurpose.ORDER);
  }

  private Posting convert() {
    return place(HoldPurpose.CONVERSION);
  }

  private Posting place(HoldPurpose purpose) {
    boolean order = purpose == HoldPurpose.ORDER;
    return new Posting.PlaceHold(
        id(),
        new HoldId(RunningLedger.freshId("hld_")),
        purpose,
        agent(),
        order ? agent() : null,
        order ? amount() : Credits.ofMicros(100_000L * (1 + random.nextInt(200))),
        "ref");
  }

  private Posting setAside() {
    HoldId hold = new HoldId(RunningLedger.freshId("hld_"));
    Duration expiresIn = random.nextBoolean() ? Duration.ofMillis(20) : Duration.ofHours(1);
    return new PlainHold.Place(id(), hold, agent(), agent(), amount(), FEE, expiresIn, Note.NONE);
  }

  private Posting endHold() {
    if (holds.isEmpty()) {
      return pay();
    }
    Hold hold = any(holds);
    return switch (hold.purpose()) {
      case ORDER -> endOrder(hold);
      case PAYMENT -> endPayment(hold);
      case CONVERSION -> endConversion(hold);
      case REFUND -> new Posting.ReleaseHold(id(), hold.id(), hold.payer(), null);
    };
  }

  private Posting endOrder(Hold hold) {
    if (random.nextInt(4) == 0) {
      return new Posting.ReleaseHold(id(), hold.id(), hold.payer(), null);
    }
    AgentId payee = Objects.requireNonNull(hold.payee());
    if (random.nextInt(3) == 0) {
      return new CaptureHold(id(), hold.id(), hold.payer(), payee, amount(), FEE, "bdg");
    }
    Credits more = random.nextInt(5) == 0 ? Credits.ZERO : amount().min(hold.lots().total());
    Credits all = hold.captured().plus(more);
    return new Posting.SettleHold(
        PostingId.ofSettlement(hold.id()), hold.id(), hold.payer(), payee, all, FEE, "ord");
  }

  private Posting endPayment(Hold hold) {
    AgentId payee = Objects.requireNonNull(hold.payee());
    return random.nextInt(3) == 0
        ? new PlainHold.Release(id(), hold.id(), hold.payer(), payee)
        : new PlainHold.Capture(id(), hold.id(), hold.payer(), payee, amount(), FEE);
  }

  private Posting endConversion(Hold hold) {
    Usd gross = hold.amount().atPar();
    Usd fee = CONVERSION_FEE.of(gross);
    return new Posting.CaptureConversion(
        id(), hold.id(), hold.payer(), gross, fee, CONVERSION_FEE, gross.minus(fee), Note.NONE);
  }

  private Posting giveBack() {
    if (settled.isEmpty()) {
      return pay();
    }
    Hold hold = any(settled);
    AgentId seller = Objects.requireNonNull(hold.payee());
    return new Reversal.RefundOrder(id(), hold.id(), seller, hold.payer(), amount(), FEE, "ord");
  }

  private Posting operate() {
    Credits some = Credits.ofMicros(100_000L * (1 + random.nextInt(30)));
    return switch (random.nextInt(5)) {
      case 0 -> new Operation.FundRewards(id(), some, "r");
      case 1 -> new Operation.CloseFees(id(), some, "r");
      case 2 -> new Operation.Grant(id(), agent(), some, "r");
      case 3 -> new Operation.Charge(id(), agent(), some, "r");
      default -> new Operation.Reward(id(), agent(), some, "0.9", "fine", "kb");
    };
  }

  private Posting reverse() {
    return originals.isEmpty() ? pay() : new Operation.Reverse(any(originals), "r");
  }

  private AgentId agent() {
    return any(agents);
  }

  private Credits amount() {
    return Credits.ofMicros(1 + random.nextInt(random.nextBoolean() ? 50 : 30_000_000));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  static PostingId id() {
    return new PostingId(RunningLedger.freshId("tst_"));
  }
}
