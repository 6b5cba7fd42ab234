package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerRun.require;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.proof.Backing;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.math.BigInteger;

/** What holds at every moment of a run. */
final class LedgerInvariants {

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  private final LedgerRun run;
  private final Economy economy;
  private final BigInteger lowestRest;
  private final BigInteger conversionRest;

  LedgerInvariants(LedgerRun run, Economy economy) {
    this.run = run;
    this.economy = economy;
    lowestRest = WHOLE.subtract(BigInteger.valueOf(economy.lowestFee().basisPoints()));
    conversionRest = WHOLE.subtract(BigInteger.valueOf(economy.conversionFee().basisPoints()));
  }

  void check() {
    Credits agents = Credits.ZERO;
    for (int number = 0; number < LedgerRun.AGENTS; number++) {
      Wallet wallet = run.wallet(number);
      agents =
          agents
              .plus(wallet.available())
              .plus(wallet.held())
              .plus(wallet.frozen())
              .plus(wallet.debt());
      require(wallet.held().equals(heldBy(wallet.agent())), "held by %s", wallet.agent());
      require(wallet.frozen().equals(frozenOf(wallet.agent())), "frozen of %s", wallet.agent());
      require(
          wallet.status() != AgentStatus.CLOSED
              || (wallet.available().isZero() && wallet.held().isZero()),
          "a closed agent has credits");
    }
    require(agents.micros() + platform(Asset.CREDIT) == 0, "credits do not sum to zero");
    require(platform(Asset.USD) == 0, "dollars do not sum to zero");
    require(
        -units(PlatformAccount.ISSUANCE) - units(PlatformAccount.REDEMPTION)
            == -units(PlatformAccount.CREDIT_LIABILITY) * Credits.MICROS_PER_CENT,
        "the liability is not what is in existence");
    require(cash().compareTo(highestCost()) >= 0, "insolvent");
    // An order that is given back in part can round by less than a micro-credit.
    require(free() >= -run.told().size(), "insolvent once purchases and orders are undone");
  }

  /** As the service asks before two operators give away what was collected. */
  boolean allows(Credits moreEarned, Credits moreBought) {
    long fees = 0;
    for (Hold order : run.holds()) {
      fees += feeOf(order).micros();
    }
    return backing(0, 0)
        .withReturnable(fees)
        .allows(moreEarned.micros(), moreBought.micros(), economy);
  }

  /** What could be given away if every order were given back, to where it came from. */
  long free() {
    long bought = 0;
    long fees = 0;
    for (Hold order : run.holds()) {
      Lots paid = order.paid().first(left(order));
      bought += paid.in(Bucket.PROMOTIONAL).plus(paid.in(Bucket.PURCHASED)).micros();
      fees += feeOf(order).micros();
    }
    return backing(fees - bought, bought).free(economy);
  }

  private Credits feeOf(Hold order) {
    return economy.marketplaceFee().of(left(order));
  }

  /** Of a settled order, what was not given back; what was paid in parts does not come back. */
  private static Credits left(Hold order) {
    return order.paid().isEmpty() || !order.paid().total().equals(order.captured())
        ? Credits.ZERO
        : order.captured().minus(order.refunded());
  }

  private Backing backing(long moreEarned, long moreBought) {
    long debt = 0;
    for (int number = 0; number < LedgerRun.AGENTS; number++) {
      debt += run.wallet(number).debt().micros();
    }
    long bought = run.sum(Bucket.PROMOTIONAL).plus(run.sum(Bucket.PURCHASED)).micros();
    return Backing.of(
        this::units, run.sum(Bucket.EARNED).micros() + moreEarned, bought + moreBought, debt);
  }

  private Credits heldBy(AgentId agent) {
    Credits sum = Credits.ZERO;
    for (Hold hold : run.holds()) {
      boolean open = hold.status() == HoldStatus.HELD;
      require(open || hold.lots().isEmpty(), "an ended hold has credits: %s", hold);
      require(hold.refunded().compareTo(hold.captured()) <= 0, "refunded too much: %s", hold);
      require(
          hold.captured().plus(hold.lots().total()).compareTo(hold.amount()) <= 0
              && (!open || hold.captured().plus(hold.lots().total()).equals(hold.amount())),
          "captured too much: %s",
          hold);
      sum = hold.payer().equals(agent) ? sum.plus(hold.lots().total()) : sum;
    }
    return sum;
  }

  private Credits frozenOf(AgentId agent) {
    Credits sum = Credits.ZERO;
    for (Dispute dispute : run.disputes()) {
      require(dispute.status() == DisputeStatus.OPEN || dispute.lots().isEmpty(), "frozen on");
      sum = dispute.agent().equals(agent) ? sum.plus(dispute.lots().total()) : sum;
    }
    return sum;
  }

  /** In micro-credits at par, times 10^8. */
  private BigInteger cash() {
    long cents =
        units(PlatformAccount.STRIPE_CLEARING)
            + units(PlatformAccount.STRIPE_FEES)
            + units(PlatformAccount.CAPITAL)
            + units(PlatformAccount.PAYOUTS_CLEARING)
            + units(PlatformAccount.REVENUE_PURCHASE_FEE);
    return BigInteger.valueOf(cents).multiply(BigInteger.valueOf(10_000_000_000_000L));
  }

  /** Of undisputed money: what lost disputes could not take back is owed, or lost. */
  private BigInteger highestCost() {
    Credits uncollected = Credits.ofMicros(-units(PlatformAccount.CREDIT_LOSSES));
    for (int number = 0; number < LedgerRun.AGENTS; number++) {
      uncollected = uncollected.minus(run.wallet(number).debt());
    }
    Credits earned = run.sum(Bucket.EARNED).plus(Credits.ofMicros(units(PlatformAccount.REWARDS)));
    Credits bought = run.sum(Bucket.PROMOTIONAL).plus(run.sum(Bucket.PURCHASED)).minus(uncollected);
    return BigInteger.valueOf(earned.micros())
        .multiply(WHOLE)
        .add(BigInteger.valueOf(bought.micros()).multiply(lowestRest))
        .multiply(conversionRest);
  }

  private long platform(Asset asset) {
    long sum = 0;
    for (PlatformAccount account : PlatformAccount.values()) {
      sum += account.asset() == asset ? units(account) : 0;
    }
    return sum;
  }

  private long units(PlatformAccount account) {
    return run.state().platform(account).units();
  }
}
