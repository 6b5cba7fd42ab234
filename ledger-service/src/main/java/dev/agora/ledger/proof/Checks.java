package dev.agora.ledger.proof;

import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import java.math.BigInteger;
import java.util.List;

/** The checks as functions of the figures. */
public final class Checks {

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  private Checks() {}

  public static List<Check> of(Figures figures, Economy economy) {
    return List.of(
        creditBalances(figures),
        usdBalances(figures),
        entries(figures.entries()),
        liability(figures),
        solvency(figures, economy),
        holds(figures),
        disputes(figures));
  }

  private static Check creditBalances(Figures figures) {
    long agents = figures.agents().total();
    long holds = figures.holds().total();
    long platform = figures.platformTotal(Asset.CREDIT);
    long frozen = figures.frozen().total();
    long sum = agents + figures.debt() + holds + frozen + platform;
    return Check.of(
        "credit-balances-sum-to-zero",
        sum == 0,
        "agents",
        credits(agents),
        "debt",
        credits(figures.debt()),
        "holds",
        credits(holds),
        "frozen",
        credits(frozen),
        "platform",
        credits(platform),
        "sum",
        credits(sum));
  }

  private static Check usdBalances(Figures figures) {
    long sum = figures.platformTotal(Asset.USD);
    return Check.of(
        "usd-balances-sum-to-zero",
        sum == 0,
        "clearing",
        usd(figures.of(PlatformAccount.STRIPE_CLEARING)),
        "sum",
        usd(sum));
  }

  private static Check entries(Figures.Entries entries) {
    return Check.of(
        "balances-equal-entries",
        entries.wrong() == 0 && entries.wrongLots() == 0,
        "holders",
        entries.holders(),
        "wrong",
        entries.wrong(),
        "firstWrong",
        entries.firstWrong(),
        "wrongLots",
        entries.wrongLots());
  }

  private static Check liability(Figures figures) {
    long issued = -figures.of(PlatformAccount.ISSUANCE);
    long redeemed = figures.of(PlatformAccount.REDEMPTION);
    long inExistence = issued - redeemed;
    long liability = -figures.of(PlatformAccount.CREDIT_LIABILITY);
    return Check.of(
        "credit-liability-equals-credits",
        inExistence == liability * Credits.MICROS_PER_CENT,
        "issued",
        credits(issued),
        "redeemed",
        credits(redeemed),
        "inExistence",
        credits(inExistence),
        "liabilityUsd",
        usd(liability));
  }

  /**
   * Before processing costs and for undisputed money; the costs are reported beside it. Credits
   * that a lost dispute could not take back went out with the dollars that it gave back, so they
   * count neither as cash nor as cost: what is owed for them takes as many out of the cost.
   */
  private static Check solvency(Figures figures, Economy economy) {
    long cash = cash(figures);
    long earned = earned(figures);
    long bought = bought(figures);
    long costCents = costCents(earned, bought + figures.uncollected(), economy);
    return Check.of(
        "solvency",
        cash >= costCents,
        "cashForCustomersUsd",
        usd(cash),
        "highestCostUsd",
        usd(costCents),
        "earned",
        credits(earned),
        "purchasedAndPromotional",
        credits(bought),
        "uncollected",
        credits(-figures.uncollected()),
        "costsNotCoveredUsd",
        usd(costsNotCovered(figures)));
  }

  private static long cash(Figures figures) {
    return figures.of(PlatformAccount.STRIPE_CLEARING)
        + figures.of(PlatformAccount.STRIPE_FEES)
        + figures.of(PlatformAccount.CAPITAL)
        + figures.of(PlatformAccount.PAYOUTS_CLEARING)
        + figures.of(PlatformAccount.REVENUE_PURCHASE_FEE);
  }

  private static long earned(Figures figures) {
    return figures.agents().earned()
        + figures.holds().earned()
        + figures.of(PlatformAccount.REWARDS);
  }

  private static long bought(Figures figures) {
    return figures.agents().promotional()
        + figures.agents().purchased()
        + figures.holds().promotional()
        + figures.holds().purchased()
        + figures.frozen().total();
  }

  private static Check holds(Figures figures) {
    long accounts = figures.holds().total();
    return Check.of(
        "open-holds-equal-hold-accounts",
        figures.openHolds() == accounts
            && figures.held() == accounts
            && figures.entries().wrongHeld() == 0,
        "openHolds",
        credits(figures.openHolds()),
        "holdAccounts",
        credits(accounts),
        "heldByAgents",
        credits(figures.held()));
  }

  private static Check disputes(Figures figures) {
    long accounts = figures.frozen().total();
    return Check.of(
        "open-disputes-equal-frozen-accounts",
        figures.frozenByAgents() == accounts && figures.entries().wrongFrozen() == 0,
        "frozenAccounts",
        credits(accounts),
        "frozenOfAgents",
        credits(figures.frozenByAgents()));
  }

  static Solvency.Cover cover(Figures figures, Economy economy) {
    long cash = cash(figures);
    long cost = costCents(earned(figures), bought(figures) + figures.uncollected(), economy);
    return new Solvency.Cover(usd(cash), usd(cost), cash >= cost);
  }

  /** Whether it would still hold with more credits outside the platform. */
  static boolean isSolvent(Figures figures, Economy economy, long moreEarned, long moreBought) {
    long bought = bought(figures) + figures.uncollected() + moreBought;
    return cash(figures) >= costCents(earned(figures) + moreEarned, bought, economy);
  }

  /** What all credits outside the platform could cost at most, rounded up to the cent. */
  private static long costCents(long earned, long bought, Economy economy) {
    BigInteger convertible =
        BigInteger.valueOf(earned)
            .multiply(WHOLE)
            .add(BigInteger.valueOf(bought).multiply(rest(economy.lowestFee().basisPoints())));
    BigInteger cost = convertible.multiply(rest(economy.conversionFee().basisPoints()));
    BigInteger unit = WHOLE.multiply(WHOLE).multiply(BigInteger.valueOf(Credits.MICROS_PER_CENT));
    BigInteger[] cents = cost.divideAndRemainder(unit);
    return cents[0].longValueExact() + (cents[1].signum() > 0 ? 1 : 0);
  }

  private static long costsNotCovered(Figures figures) {
    long costs =
        figures.of(PlatformAccount.STRIPE_FEES)
            + figures.of(PlatformAccount.USD_LOSSES)
            + Math.ceilDiv(-figures.uncollected(), Credits.MICROS_PER_CENT);
    long cover =
        -figures.of(PlatformAccount.REVENUE_PURCHASE_FEE)
            - figures.of(PlatformAccount.REVENUE_CONVERSION_FEE)
            - figures.of(PlatformAccount.REVENUE_COLLECTED_FEES)
            - figures.of(PlatformAccount.CAPITAL);
    return Math.max(0, costs - cover);
  }

  private static BigInteger rest(int basisPoints) {
    return WHOLE.subtract(BigInteger.valueOf(basisPoints));
  }

  private static Credits credits(long micros) {
    return Credits.ofMicros(micros);
  }

  private static Usd usd(long cents) {
    return Usd.ofCents(cents);
  }
}
