package dev.agora.ledger.account;

/**
 * The accounts that belong to no agent. What the platform owes or earns is below zero, what it has
 * or spends above.
 */
public enum PlatformAccount implements Account {
  /** Below zero: every credit ever issued. */
  ISSUANCE("platform/issuance", Asset.CREDIT),
  /** Every credit ever redeemed. */
  REDEMPTION("platform/redemption", Asset.CREDIT),
  FEES_TRANSFER("platform/fees/transfer", Asset.CREDIT),
  FEES_MARKETPLACE("platform/fees/marketplace", Asset.CREDIT),
  FEES_FEATURES("platform/fees/features", Asset.CREDIT),
  REWARDS("platform/rewards", Asset.CREDIT),
  /** Credits that nobody can return. */
  CREDIT_LOSSES("platform/losses", Asset.CREDIT),
  /** Dollars at Stripe. */
  STRIPE_CLEARING("stripe/clearing", Asset.USD),
  /** Stripe's processing costs. */
  STRIPE_FEES("stripe/fees", Asset.USD),
  STRIPE_QUARANTINE("stripe/quarantine", Asset.USD),
  /** Below zero: converted, and not yet transferred to the owner's connected account. */
  PAYOUTS_CLEARING("payouts/clearing", Asset.USD),
  CAPITAL("platform/capital", Asset.USD),
  /** Below zero: USD 0.10 for every credit in existence. */
  CREDIT_LIABILITY("platform/credit-liability", Asset.USD),
  /** Below zero: tax that buyers paid on top, which is the state's. */
  TAX_LIABILITY("platform/tax-liability", Asset.USD),
  /** Bonus credits given, and the purchase fee that the base does not bear. */
  PROMOTIONS("platform/promotions", Asset.USD),
  USD_LOSSES("platform/losses", Asset.USD),
  REVENUE_PURCHASE_FEE("platform/revenue/purchase-fee", Asset.USD),
  REVENUE_CONVERSION_FEE("platform/revenue/conversion-fee", Asset.USD),
  REVENUE_COLLECTED_FEES("platform/revenue/collected-fees", Asset.USD);

  private final String path;
  private final Asset asset;

  PlatformAccount(String path, Asset asset) {
    this.path = path;
    this.asset = asset;
  }

  @Override
  public Asset asset() {
    return asset;
  }

  @Override
  public String path() {
    return path;
  }
}
