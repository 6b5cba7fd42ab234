package dev.agora.ledger.proof;

import dev.agora.ledger.account.Asset;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import java.util.List;

/** The checks as functions of the figures. */
public final class Checks {

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
    long sum = figures.sum(Asset.CREDIT);
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
    long sum = figures.sum(Asset.USD);
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
        entries.wrongLots(),
        "comparedAt",
        entries.comparedAt());
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

  /** Before processing costs and for undisputed money; the costs are reported beside it. */
  private static Check solvency(Figures figures, Economy economy) {
    Backing backing = figures.backing();
    return Check.of(
        "solvency",
        backing.isSolvent(economy),
        "cashForCustomersUsd",
        usd(backing.cash()),
        "highestCostUsd",
        usd(backing.highestCost(economy)),
        "earned",
        credits(backing.earned()),
        "purchasedAndPromotional",
        credits(figures.bought()),
        "uncollected",
        credits(-figures.uncollected()),
        "costsNotCoveredUsd",
        usd(costsNotCovered(figures)));
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

  private static Credits credits(long micros) {
    return Credits.ofMicros(micros);
  }

  private static Usd usd(long cents) {
    return Usd.ofCents(cents);
  }
}
