package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.util.List;

/**
 * All agents of a run in one pocket: what they paid in, what they got out, and how they would turn
 * all that they have into dollars.
 */
final class Coalition {

  private static final AgentId[] AGENTS = new AgentId[LedgerRun.AGENTS];

  static {
    for (int number = 0; number < AGENTS.length; number++) {
      AGENTS[number] = LedgerFixture.agent(number);
    }
  }

  private final LedgerRun run;
  private final Economy economy;
  private int made;

  Coalition(LedgerRun run, Economy economy) {
    this.run = run;
    this.economy = economy;
  }

  /** What went out beyond what came in; below zero if the coalition lost. */
  static Usd gain(List<LedgerRun.Told> story) {
    Usd gain = Usd.ZERO;
    for (LedgerRun.Told told : story) {
      if (told.outcome() instanceof Outcome.Accepted) {
        gain = gain.plus(change(told.posting()));
      }
    }
    return gain;
  }

  private static Usd change(Posting posting) {
    return switch (posting) {
      case Posting.Purchase it -> it.price().negated();
      case Posting.CaptureConversion it -> it.net();
      // The dollars went back before.
      case Returned.Restore it -> it.net().negated();
      case Returned.Keep it -> it.sum().negated();
      case Reversal.CaptureRefund it -> it.refund();
      case Reversal.CloseDispute it -> it.lost() ? it.disputed() : Usd.ZERO;
      default -> Usd.ZERO;
    };
  }

  /**
   * Nobody gains. What lost disputes could not take back is owed, or lost by the platform; that is
   * never more than what was disputed.
   */
  void requireNoGain() {
    Credits owed = Credits.ofMicros(-run.state().platform(PlatformAccount.CREDIT_LOSSES).units());
    for (AgentId agent : AGENTS) {
      owed = owed.minus(run.state().wallet(agent).orElseThrow().debt());
    }
    Credits disputed = Credits.ZERO;
    for (Dispute dispute : run.disputes()) {
      disputed = disputed.plus(dispute.end().disputed());
    }
    long gain = gain(run.told()).cents() * Credits.MICROS_PER_CENT;
    LedgerRun.require(gain <= owed.micros(), "a gain of %s, owed %s", gain, owed);
    LedgerRun.require(owed.compareTo(disputed) <= 0, "%s of %s", owed, disputed);
  }

  /** Turns all that there is into dollars, on the cheapest way there is. */
  void cashOut() {
    for (int number = 0; number < AGENTS.length; number++) {
      run.take(new Step(Step.Verb.UNFREEZE, number, 0, 1));
      run.take(new Step(Step.Verb.LIMIT, number, 25, 1));
    }
    for (Hold hold : run.holds()) {
      if (hold.status() == HoldStatus.HELD && hold.purpose() == HoldPurpose.PAYMENT) {
        run.post(
            new PlainHold.Capture(
                next(), hold.id(), hold.payer(), payee(hold), null, economy.transferFee()));
      } else if (hold.status() == HoldStatus.HELD && hold.purpose() == HoldPurpose.ORDER) {
        settle(hold, hold.amount());
      }
    }
    for (AgentId agent : AGENTS) {
      sellToStranger(agent);
    }
    run.take(new Step(Step.Verb.WAIT, 5, 0, 1));
    for (AgentId agent : AGENTS) {
      convert(agent);
    }
    requireNoGain();
  }

  /** What does not convert is paid to an agent of another owner, for the lower of the two fees. */
  private void sellToStranger(AgentId agent) {
    Wallet wallet = run.state().wallet(agent).orElseThrow();
    Wallet stranger =
        List.of(AGENTS).stream()
            .map(each -> run.state().wallet(each).orElseThrow())
            .filter(each -> each.status() == AgentStatus.ACTIVE && each.isOfOtherOwnerThan(wallet))
            .findFirst()
            .orElse(wallet);
    Credits bought = wallet.lots().minus(earned(wallet)).total();
    if (bought.isZero() || stranger.equals(wallet)) {
      return;
    }
    if (economy.marketplaceFee().compareTo(economy.transferFee()) < 0) {
      PostingId id = next();
      HoldId hold = LedgerFixture.hold(0x300000 + made);
      run.post(
          new Posting.PlaceHold(
              id, hold, HoldPurpose.ORDER, agent, stranger.agent(), bought, "out"));
      run.state().hold(hold).ifPresent(placed -> settle(placed, bought));
    } else {
      run.post(
          new Posting.Transfer(
              next(), agent, stranger.agent(), bought, economy.transferFee(), Note.NONE));
    }
  }

  private static Lots earned(Wallet wallet) {
    return wallet.lots().onlyIn(Bucket.EARNED);
  }

  private void settle(Hold hold, Credits amount) {
    run.post(
        new Posting.SettleHold(
            next(), hold.id(), hold.payer(), payee(hold), amount, economy.marketplaceFee(), "out"));
  }

  private void convert(AgentId agent) {
    Wallet wallet = run.state().wallet(agent).orElseThrow();
    long micros = wallet.lots().convertibleAt(run.state().at()).micros();
    Credits whole = Credits.ofMicros(micros - micros % Credits.MICROS_PER_CENT);
    if (wallet.status() != AgentStatus.ACTIVE || wallet.owner() == null || whole.isZero()) {
      return;
    }
    PostingId id = next();
    HoldId hold = LedgerFixture.hold(0x300000 + made);
    run.post(new Posting.PlaceHold(id, hold, HoldPurpose.CONVERSION, agent, null, whole, "out"));
    Usd gross = whole.atPar();
    FeeRate rate = economy.conversionFee();
    Usd fee = rate.of(gross);
    run.post(
        new Posting.CaptureConversion(
            next(), hold, agent, gross, fee, rate, gross.minus(fee), Note.NONE));
  }

  private static AgentId payee(Hold hold) {
    AgentId payee = hold.payee();
    return payee == null ? hold.payer() : payee;
  }

  private PostingId next() {
    return new PostingId("out/" + made++);
  }
}
