package dev.agora.ledger.posting;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.DisputeId;
import dev.agora.ledger.account.HoldId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, spoken to in short sentences: {@code ledger.buy(ADA, "10.00", "0")}. */
final class LedgerFixture {

  static final FeeRate FIVE_PERCENT = FeeRate.ofBasisPoints(500);
  static final AgentId ADA = agent(1);
  static final AgentId ADAS_OTHER = agent(2);
  static final AgentId BOB = agent(3);
  static final AgentId NOBODYS = agent(4);
  static final AgentId FROZEN = agent(5);
  static final AgentId CLOSED = agent(6);
  static final AgentId UNKNOWN = agent(7);
  static final Instant START = Instant.parse("2026-11-22T09:30:00Z");

  private final LedgerState state;
  private int postings;

  LedgerFixture(Duration seasoning) {
    this(seasoning, wallets());
  }

  LedgerFixture(Duration seasoning, Map<AgentId, Wallet> wallets) {
    this(seasoning, wallets, LedgerState.Past.NONE);
  }

  LedgerFixture(Duration seasoning, Map<AgentId, Wallet> wallets, LedgerState.Past past) {
    this.state =
        new LedgerState(
            START,
            1,
            seasoning,
            new LedgerState.Accounts(wallets, Map.of(), Map.of(), Map.of()),
            past);
  }

  static LedgerFixture withoutSeasoning() {
    return new LedgerFixture(Duration.ZERO);
  }

  static Map<AgentId, Wallet> wallets() {
    Map<AgentId, Wallet> wallets = new LinkedHashMap<>();
    add(wallets, ADA, owner(1), AgentStatus.ACTIVE, "0");
    add(wallets, ADAS_OTHER, owner(1), AgentStatus.ACTIVE, "0");
    add(wallets, BOB, owner(2), AgentStatus.ACTIVE, "0");
    add(wallets, NOBODYS, null, AgentStatus.ACTIVE, "0");
    add(wallets, FROZEN, owner(3), AgentStatus.FROZEN, "0");
    add(wallets, CLOSED, owner(4), AgentStatus.CLOSED, "0");
    return wallets;
  }

  static void add(
      Map<AgentId, Wallet> wallets,
      AgentId agent,
      @Nullable OwnerId owner,
      AgentStatus status,
      String debt) {
    wallets.put(
        agent,
        new Wallet(
            agent,
            owner,
            status,
            Lots.NONE,
            Credits.parse(debt),
            Credits.ZERO,
            Credits.ZERO,
            0,
            Instant.EPOCH,
            Limits.NONE,
            Spent.NOTHING));
  }

  static AgentId agent(int number) {
    return new AgentId("agt_%032x".formatted(number));
  }

  static OwnerId owner(int number) {
    return new OwnerId("hum_%032x".formatted(number));
  }

  static HoldId hold(int number) {
    return new HoldId("hld_%032x".formatted(number));
  }

  static PurchaseId purchase(int number) {
    return new PurchaseId("pur_%032x".formatted(number));
  }

  static DisputeId dispute(int number) {
    return new DisputeId("dsp_%032x".formatted(number));
  }

  LedgerState state() {
    return state;
  }

  Outcome post(Posting posting) {
    Outcome outcome = Ledger.apply(state, posting);
    if (outcome instanceof Outcome.Accepted accepted) {
      state.take(accepted);
    }
    return outcome;
  }

  Outcome buy(AgentId agent, String price, String bonus) {
    return buy(0, agent, price, bonus);
  }

  Outcome buy(int number, AgentId agent, String price, String bonus) {
    Usd paid = Usd.parse(price);
    return post(
        new Posting.Purchase(
            nextId(),
            purchase(number),
            agent,
            paid,
            FeeRate.ofBasisPoints(300).of(paid),
            FeeRate.ofBasisPoints(300),
            paid.atPar(),
            Credits.parse(bonus),
            Usd.ZERO,
            Note.NONE));
  }

  Outcome pay(AgentId from, AgentId to, String amount) {
    return post(payment(from, to, amount));
  }

  Posting.Transfer payment(AgentId from, AgentId to, String amount) {
    return new Posting.Transfer(nextId(), from, to, Credits.parse(amount), FIVE_PERCENT, Note.NONE);
  }

  Outcome holdForOrder(int number, AgentId payer, AgentId payee, String amount) {
    return place(number, HoldPurpose.ORDER, payer, payee, amount);
  }

  Outcome holdForConversion(int number, AgentId payer, String amount) {
    return place(number, HoldPurpose.CONVERSION, payer, null, amount);
  }

  Outcome settle(int number, AgentId payer, AgentId payee, String amount) {
    return post(
        new Posting.SettleHold(
            nextId(),
            hold(number),
            payer,
            payee,
            Credits.parse(amount),
            FIVE_PERCENT,
            "ord_" + number));
  }

  Outcome captureOfOrder(int number, AgentId payer, AgentId payee, String amount) {
    return post(
        new CaptureHold(
            nextId(),
            hold(number),
            payer,
            payee,
            Credits.parse(amount),
            FIVE_PERCENT,
            "bdg_" + number));
  }

  Outcome release(int number, AgentId payer) {
    return post(new Posting.ReleaseHold(nextId(), hold(number), payer, "declined"));
  }

  Outcome capture(int number, AgentId payer, String gross) {
    Usd worth = Usd.parse(gross);
    FeeRate rate = FeeRate.ofBasisPoints(1500);
    Usd fee = rate.of(worth);
    return post(
        new Posting.CaptureConversion(
            nextId(), hold(number), payer, worth, fee, rate, worth.minus(fee), Note.NONE));
  }

  Outcome reserveRefund(int number, AgentId agent, String price) {
    return post(reservation(number, number, agent, price));
  }

  Posting reservation(int number, int purchase, AgentId agent, String price) {
    return new Reversal.ReserveRefund(
        nextId(), hold(number), purchase(purchase), agent, Usd.parse(price), "rfd_" + number);
  }

  Outcome captureRefund(int number, AgentId agent, String price, String refund) {
    return post(
        new Reversal.CaptureRefund(
            nextId(),
            hold(number),
            purchase(number),
            agent,
            terms(price),
            Usd.parse(refund),
            "rfd_" + number));
  }

  Outcome freeze(int number, AgentId agent) {
    return post(new Reversal.FreezeDispute(nextId(), dispute(number), purchase(number), agent));
  }

  Outcome win(int number, AgentId agent, String price) {
    return close(number, agent, false, terms(price), Usd.ZERO, Usd.parse(price));
  }

  Outcome lose(int number, AgentId agent, String price, String refunded) {
    Usd left = Usd.parse(price).minus(Usd.parse(refunded));
    return close(number, agent, true, terms(price), Usd.parse(refunded), left);
  }

  /** Lost for that part of the price. */
  Outcome lose(int number, AgentId agent, String price, String refunded, String disputed) {
    return close(number, agent, true, terms(price), Usd.parse(refunded), Usd.parse(disputed));
  }

  Outcome giveBack(int number, AgentId seller, AgentId buyer, String amount) {
    return post(
        new Reversal.RefundOrder(
            nextId(),
            hold(number),
            seller,
            buyer,
            Credits.parse(amount),
            FIVE_PERCENT,
            "ord_" + number));
  }

  private Outcome close(
      int number, AgentId agent, boolean lost, PurchaseTerms terms, Usd refunded, Usd disputed) {
    DisputeId dispute = dispute(number);
    Usd fee = lost ? Usd.parse("15.00") : Usd.ZERO;
    return post(
        new Reversal.CloseDispute(
            nextId(),
            dispute,
            purchase(number),
            agent,
            lost,
            terms,
            refunded,
            disputed,
            fee,
            Usd.ZERO));
  }

  private static PurchaseTerms terms(String price) {
    Usd paid = Usd.parse(price);
    return new PurchaseTerms(paid, FeeRate.ofBasisPoints(300).of(paid));
  }

  Wallet wallet(AgentId agent) {
    return state.wallet(agent).orElseThrow();
  }

  /** Promotional, purchased and earned, as {@code "200 1000 0"}. */
  String buckets(AgentId agent) {
    Lots lots = wallet(agent).lots();
    return "%s %s %s"
        .formatted(lots.in(Bucket.PROMOTIONAL), lots.in(Bucket.PURCHASED), lots.in(Bucket.EARNED));
  }

  String credits(PlatformAccount account) {
    return Credits.ofMicros(state.platform(account).units()).toString();
  }

  String usd(PlatformAccount account) {
    return Usd.ofCents(state.platform(account).units()).toString();
  }

  private Outcome place(
      int number, HoldPurpose purpose, AgentId payer, @Nullable AgentId payee, String amount) {
    return post(
        new Posting.PlaceHold(
            nextId(), hold(number), purpose, payer, payee, Credits.parse(amount), "ref_" + number));
  }

  private PostingId nextId() {
    return new PostingId("test/" + postings++);
  }
}
