package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.money.CreditPackage;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the postings of a {@link LedgerRun} out of its steps, as the services would. */
final class StepPostings {

  private static final List<Duration> EXPIRIES =
      List.of(Duration.ofNanos(20_000), Duration.ofMinutes(30), Duration.ofDays(10));
  private static final Usd ODD_SUM = Usd.parse("5.01");

  private final LedgerRun run;
  private final Economy economy;
  private final FundedSteps funded;
  private int made;

  StepPostings(LedgerRun run, Economy economy) {
    this.run = run;
    this.economy = economy;
    this.funded = new FundedSteps(run);
  }

  /** The posting, or null if there is nothing yet that it could be about. */
  @Nullable Posting of(Step step) {
    PostingId id = new PostingId("p/" + made++);
    return switch (step.verb()) {
      case BUY -> buy(id, step);
      case CHARGE_BACK ->
          new Posting.RefundedCharge(id, Usd.parse("10.00"), Usd.parse("0.59"), Note.NONE);
      case PAY -> pay(id, step);
      case SPEND -> new Spend(id, first(step), step.amount(), "search.deep", null);
      case ORDER, RESERVE, USE, SETTLE, RELEASE, GIVE_BACK, CONVERT -> serviceHold(id, step);
      case SET_ASIDE, CAPTURE, CAPTURE_ALL, LET_GO, EXPIRE -> plainHold(id, step);
      case RESERVE_REFUND, CAPTURE_REFUND, DISPUTE, WIN, LOSE -> undo(id, step);
      case FREEZE_FUNDED, THAW_FUNDED -> funded.of(id, step);
      case FUND, REWARD, CLOSE_FEES, GRANT, CHARGE -> operation(id, step);
      case REVERSE -> Originals.reversal(run, step);
      case BOOK_RETURN, RESTORE, KEEP -> ReturnSteps.of(id, step, run, economy);
      default -> throw new IllegalArgumentException(step + " is no single posting");
    };
  }

  /** Several payments of one agent. */
  List<Posting> payments(Step step) {
    List<Posting> payments = new ArrayList<>();
    for (int index = 0; index < 4; index++) {
      Step each =
          new Step(
              Step.Verb.PAY,
              step.first(),
              step.second() + index,
              step.micros() * (index + 1) / 3 + 1);
      payments.add(pay(new PostingId("p/" + made++), each));
    }
    return payments;
  }

  private Posting buy(PostingId id, Step step) {
    List<CreditPackage> offers = new ArrayList<>(economy.packages());
    offers.add(CreditPackage.custom(ODD_SUM));
    Bought bought =
        new Bought(
            run.purchases().size(),
            first(step),
            offers.get(step.second() % offers.size()),
            economy.purchaseFee());
    run.purchases().add(bought);
    return bought.posting(id);
  }

  private Posting pay(PostingId id, Step step) {
    return new Posting.Transfer(
        id, first(step), second(step), step.amount(), economy.transferFee(), note(step));
  }

  private Posting serviceHold(PostingId id, Step step) {
    return switch (step.verb()) {
      case ORDER ->
          new Posting.PlaceHold(
              id, fresh(), HoldPurpose.ORDER, first(step), seller(step), step.amount(), "ord");
      case RESERVE -> reserve(id, step);
      case SETTLE -> {
        Hold hold = open(step, HoldPurpose.ORDER);
        yield new Posting.SettleHold(
            id,
            hold.id(),
            hold.payer(),
            payeeOf(hold),
            step.amount().min(hold.amount()),
            economy.marketplaceFee(),
            "ord");
      }
      case USE -> use(id, step.amount(), open(step, HoldPurpose.ORDER));
      case GIVE_BACK -> {
        Hold hold = any(step, settled -> settled.paid().total().isPositive());
        yield new Reversal.RefundOrder(
            id,
            hold.id(),
            payeeOf(hold),
            hold.payer(),
            step.amount(),
            economy.marketplaceFee(),
            "ord");
      }
      case CONVERT -> convert(id, open(step, HoldPurpose.CONVERSION));
      default -> {
        Hold hold = any(step, any -> any.status() == HoldStatus.HELD);
        yield new Posting.ReleaseHold(id, hold.id(), hold.payer(), null);
      }
    };
  }

  private Posting use(PostingId id, Credits amount, Hold hold) {
    Credits part = amount.min(hold.amount());
    return new CaptureHold(
        id, hold.id(), hold.payer(), payeeOf(hold), part, economy.marketplaceFee(), "bdg");
  }

  /** By an agent that has something to convert, if there is one; now and then more than it has. */
  private Posting reserve(PostingId id, Step step) {
    int number = step.first() % LedgerRun.AGENTS;
    long most = 0;
    for (int tried = 0; most == 0 && tried < LedgerRun.AGENTS; tried++) {
      number = (step.first() + tried) % LedgerRun.AGENTS;
      Credits convertible = run.wallet(number).lots().convertibleAt(run.state().at());
      most = convertible.micros() / Credits.MICROS_PER_CENT;
    }
    Credits amount =
        most == 0 || step.second() % 8 == 0
            ? step.wholeCents()
            : step.wholeCents().min(Credits.ofMicros(most * Credits.MICROS_PER_CENT));
    return new Posting.PlaceHold(
        id, fresh(), HoldPurpose.CONVERSION, LedgerFixture.agent(number), null, amount, "cnv");
  }

  private Posting convert(PostingId id, Hold hold) {
    boolean converts = hold.purpose() == HoldPurpose.CONVERSION;
    Usd gross = converts ? hold.amount().atPar() : Usd.ofCents(1);
    Usd fee = economy.conversionFee().of(gross);
    return new Posting.CaptureConversion(
        id,
        hold.id(),
        hold.payer(),
        gross,
        fee,
        economy.conversionFee(),
        gross.minus(fee),
        Note.NONE);
  }

  private Posting plainHold(PostingId id, Step step) {
    if (step.verb() == Step.Verb.SET_ASIDE) {
      Duration expiresIn = EXPIRIES.get(step.second() / 7 % EXPIRIES.size());
      return new PlainHold.Place(
          id,
          fresh(),
          first(step),
          second(step),
          step.amount(),
          economy.transferFee(),
          expiresIn,
          note(step));
    }
    Hold hold = open(step, HoldPurpose.PAYMENT);
    Credits part = step.second() % 2 == 0 ? step.amount() : step.amount().min(hold.amount());
    return switch (step.verb()) {
      case EXPIRE -> new PlainHold.Expire(hold.id(), hold.payer());
      case LET_GO -> new PlainHold.Release(id, hold.id(), hold.payer(), payeeOf(hold));
      default ->
          new PlainHold.Capture(
              id,
              hold.id(),
              hold.payer(),
              payeeOf(hold),
              step.verb() == Step.Verb.CAPTURE ? part : null,
              economy.transferFee());
    };
  }

  /**
   * A bank warns of a purchase, which goes back to the card at once; but now and then Stripe does
   * not give it back, because the bank has taken it meanwhile.
   */
  void warn(Step step) {
    if (run.purchases().isEmpty()) {
      return;
    }
    Bought bought = bought(step);
    Posting reserve = bought.reserve(new PostingId("p/" + made++));
    if (reserve == null || !(run.post(reserve) instanceof Outcome.Accepted)) {
      return;
    }
    PostingId id = new PostingId("p/" + made++);
    Posting end = step.micros() % 4 == 0 ? null : bought.captureRefund(id, run.state());
    run.post(
        end == null ? new Posting.ReleaseHold(id, bought.refundHold, bought.agent, null) : end);
  }

  private Bought bought(Step step) {
    return run.purchases().get(step.first() % run.purchases().size());
  }

  private @Nullable Posting undo(PostingId id, Step step) {
    if (run.purchases().isEmpty()) {
      return null;
    }
    Bought bought = bought(step);
    return switch (step.verb()) {
      case RESERVE_REFUND -> bought.reserve(id);
      case CAPTURE_REFUND -> bought.captureRefund(id, run.state());
      case DISPUTE -> bought.freeze(id);
      default ->
          bought.close(
              id, step.verb() == Step.Verb.LOSE, step.second() + step.micros(), run.state());
    };
  }

  /** What is given away is so only if the service allows it. */
  private @Nullable Posting operation(PostingId id, Step step) {
    Credits amount = step.amount();
    return switch (step.verb()) {
      case FUND ->
          run.invariants().allows(amount, Credits.ZERO)
              ? new Operation.FundRewards(id, amount, "knowledge")
              : null;
      case GRANT ->
          run.invariants().allows(Credits.ZERO, amount)
              ? new Operation.Grant(id, first(step), amount, "sorry")
              : null;
      case REWARD -> new Operation.Reward(id, first(step), amount, "0.9", "knowledge", "ref");
      case CLOSE_FEES -> new Operation.CloseFees(id, step.wholeCents(), "month");
      default -> new Operation.Charge(id, first(step), amount, "damage");
    };
  }

  /** An open hold of that purpose; now and then, or if there is none, any or an unknown one. */
  private Hold open(Step step, HoldPurpose purpose) {
    return any(step, hold -> hold.purpose() == purpose && hold.status() == HoldStatus.HELD);
  }

  private Hold any(Step step, Predicate<Hold> wanted) {
    List<Hold> fitting = run.holds().stream().filter(wanted).toList();
    List<Hold> all = step.second() % 8 == 0 || fitting.isEmpty() ? run.holds() : fitting;
    if (all.isEmpty()) {
      return Hold.placed(
          LedgerFixture.hold(0xfffff),
          HoldPurpose.ORDER,
          LedgerFixture.agent(0),
          LedgerFixture.agent(2),
          Credits.of(1),
          "none");
    }
    return all.get(step.first() % all.size());
  }

  private HoldId fresh() {
    return LedgerFixture.hold(made);
  }

  private static AgentId first(Step step) {
    return LedgerFixture.agent(step.first() % LedgerRun.AGENTS);
  }

  private static AgentId second(Step step) {
    return LedgerFixture.agent(step.second() % LedgerRun.AGENTS);
  }

  /** Mostly of another owner. */
  private static AgentId seller(Step step) {
    int other = step.second() % 8 == 0 ? step.second() : step.first() + 2 + step.second() % 2;
    return LedgerFixture.agent(other % LedgerRun.AGENTS);
  }

  private static AgentId payeeOf(Hold hold) {
    AgentId payee = hold.payee();
    return payee == null ? hold.payer() : payee;
  }

  private static Note note(Step step) {
    return step.second() % 3 == 0
        ? new Note("invoice " + step.second() % 30, null, Map.of())
        : Note.NONE;
  }
}
