package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerRun.require;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.Bucket;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.math.BigInteger;

/** What holds at every moment of a run. */
final class LedgerInvariants {

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  private final LedgerRun run;
  private final BigInteger lowestRest;
  private final BigInteger conversionRest;

  LedgerInvariants(LedgerRun run, Economy economy) {
    this.run = run;
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
    require(cash().compareTo(highestCost(Credits.ZERO, Credits.ZERO)) >= 0, "insolvent");
  }

  /**
   * Whether the cash would cover a gift out of collected fees, even if every purchase were undone
   * afterwards. What a purchase leaves beyond its highest cost is no means to give away: it goes
   * with the purchase, and solvency would go with it.
   */
  boolean covers(Credits moreEarned, Credits moreBought) {
    BigInteger issued = BigInteger.valueOf(-units(PlatformAccount.ISSUANCE));
    BigInteger given =
        BigInteger.valueOf(units(PlatformAccount.PROMOTIONS) * Credits.MICROS_PER_CENT);
    BigInteger leftOver =
        issued
            .subtract(given)
            .multiply(WHOLE)
            .multiply(WHOLE)
            .subtract(issued.multiply(lowestRest).multiply(conversionRest));
    BigInteger means = cash().subtract(leftOver.max(BigInteger.ZERO));
    return means.compareTo(highestCost(moreEarned, moreBought)) >= 0;
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
  private BigInteger highestCost(Credits moreEarned, Credits moreBought) {
    Credits uncollected = Credits.ofMicros(-units(PlatformAccount.CREDIT_LOSSES));
    for (int number = 0; number < LedgerRun.AGENTS; number++) {
      uncollected = uncollected.minus(run.wallet(number).debt());
    }
    Credits earned =
        run.sum(Bucket.EARNED)
            .plus(Credits.ofMicros(units(PlatformAccount.REWARDS)))
            .plus(moreEarned);
    Credits bought =
        run.sum(Bucket.PROMOTIONAL)
            .plus(run.sum(Bucket.PURCHASED))
            .minus(uncollected)
            .plus(moreBought);
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
