package dev.agora.ledger.analytics;

import static dev.agora.ledger.account.PlatformAccount.CREDIT_LIABILITY;
import static dev.agora.ledger.account.PlatformAccount.FEES_FEATURES;
import static dev.agora.ledger.account.PlatformAccount.FEES_MARKETPLACE;
import static dev.agora.ledger.account.PlatformAccount.FEES_TRANSFER;
import static dev.agora.ledger.account.PlatformAccount.ISSUANCE;
import static dev.agora.ledger.account.PlatformAccount.REDEMPTION;
import static dev.agora.ledger.account.PlatformAccount.REVENUE_CONVERSION_FEE;
import static dev.agora.ledger.account.PlatformAccount.REVENUE_PURCHASE_FEE;
import static dev.agora.ledger.account.PlatformAccount.REWARDS;
import static dev.agora.ledger.account.PlatformAccount.STRIPE_CLEARING;
import static dev.agora.ledger.account.PlatformAccount.STRIPE_FEES;
import static dev.agora.ledger.account.PlatformAccount.TAX_LIABILITY;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.ledger.proof.Solvency;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The platform's figures: volumes and revenue of the period, credits and solvency at that moment.
 *
 * @param from the first day
 * @param to the last day
 */
record PlatformFigures(
    LocalDate from,
    LocalDate to,
    Instant asOf,
    Purchases purchases,
    Volume transfers,
    Conversions conversions,
    Marketplace marketplace,
    Volume features,
    Volume rewards,
    List<Revenue> revenue,
    Outstanding credits,
    Solvent solvency) {

  /**
   * Credits bought by card.
   *
   * @param credits bonus included
   * @param refundedUsd what went back to cards, of payments that were never fulfilled not counted
   * @param disputedUsd what lost disputes took back
   */
  record Purchases(
      long count, Usd usd, Credits credits, Usd feeUsd, Usd refundedUsd, Usd disputedUsd) {}

  /** Before fees, less what was reversed. */
  record Volume(long count, Credits credits, Credits fees) {}

  record Conversions(long count, Credits credits, Usd grossUsd, Usd feeUsd, Usd netUsd) {}

  /**
   * Orders and months of subscriptions, when they are settled.
   *
   * @param gmv what buyers paid, fees included
   * @param refunded what sellers gave back
   * @param fees less what came back with refunds
   */
  record Marketplace(long count, Credits gmv, Credits refunded, Credits net, Credits fees) {}

  /** Where fees come from. */
  enum Source {
    TRANSFER,
    MARKETPLACE,
    FEATURES,
    PURCHASE,
    CONVERSION
  }

  /**
   * One kind of fee, in the unit that it is taken in.
   *
   * @param takenByHand what operators set aside for rewards, gave away or closed; null of dollars
   * @param balance what is in its account now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Revenue(
      Source fee,
      @Nullable Credits credits,
      @Nullable Usd usd,
      @Nullable Credits takenByHand,
      @Nullable Credits balance) {}

  /** All credits there are. */
  record Outstanding(Credits issued, Credits redeemed, Credits outstanding) {}

  /** Whether the cash held for customers covers what all credits could cost. */
  record Solvent(boolean ok, Usd cashForCustomersUsd, Usd highestCostUsd) {}

  static PlatformFigures of(Period period, Instant asOf, PlatformSums sums, Solvency.Cover cover) {
    Credits issued = Credits.ofMicros(-sums.balance(ISSUANCE));
    Credits redeemed = Credits.ofMicros(sums.balance(REDEMPTION));
    return new PlatformFigures(
        period.from(),
        period.to(),
        asOf,
        purchases(sums),
        new Volume(
            sums.count("PAYMENT"),
            sums.turnover("PAYMENT"),
            sums.credits("PAYMENT", FEES_TRANSFER)),
        conversions(sums),
        marketplace(sums),
        new Volume(sums.count("SPEND"), sums.turnover("SPEND"), Credits.ZERO),
        new Volume(sums.count("REWARD"), sums.credits("REWARD", REWARDS).negated(), Credits.ZERO),
        List.of(
            inCredits(sums, Source.TRANSFER, FEES_TRANSFER),
            inCredits(sums, Source.MARKETPLACE, FEES_MARKETPLACE),
            inCredits(sums, Source.FEATURES, FEES_FEATURES),
            inUsd(sums, Source.PURCHASE, REVENUE_PURCHASE_FEE),
            inUsd(sums, Source.CONVERSION, REVENUE_CONVERSION_FEE)),
        new Outstanding(issued, redeemed, issued.minus(redeemed)),
        new Solvent(cover.holds(), cover.cash(), cover.highestCost()));
  }

  private static Purchases purchases(PlatformSums sums) {
    return new Purchases(
        sums.count("PURCHASE"),
        atStripe(sums, "PURCHASE"),
        sums.turnover("PURCHASE"),
        negated(sums.usd("PURCHASE", REVENUE_PURCHASE_FEE)),
        negated(atStripe(sums, "REFUND")),
        negated(atStripe(sums, "CLAWBACK")));
  }

  private static Conversions conversions(PlatformSums sums) {
    Usd gross = sums.usd("CONVERSION", CREDIT_LIABILITY);
    Usd fee = negated(sums.usd("CONVERSION", REVENUE_CONVERSION_FEE));
    return new Conversions(
        sums.count("CONVERSION"), sums.turnover("CONVERSION"), gross, fee, gross.minus(fee));
  }

  private static Marketplace marketplace(PlatformSums sums) {
    Credits gmv = sums.turnover("ORDER");
    Credits refunded = sums.turnover("ORDER_REFUND");
    return new Marketplace(
        sums.count("ORDER"),
        gmv,
        refunded,
        gmv.minus(refunded),
        Credits.ofMicros(sums.collected(FEES_MARKETPLACE)));
  }

  private static Revenue inCredits(PlatformSums sums, Source fee, PlatformAccount account) {
    return new Revenue(
        fee,
        Credits.ofMicros(sums.collected(account)),
        null,
        Credits.ofMicros(sums.takenByHand(account)),
        Credits.ofMicros(sums.balance(account)));
  }

  private static Revenue inUsd(PlatformSums sums, Source fee, PlatformAccount account) {
    return new Revenue(fee, null, Usd.ofCents(-sums.collected(account)), null, null);
  }

  /** What Stripe keeps of it is a cost, not less volume; tax on top is no volume. */
  private static Usd atStripe(PlatformSums sums, String stream) {
    return sums.usd(stream, STRIPE_CLEARING)
        .plus(sums.usd(stream, STRIPE_FEES))
        .plus(sums.usd(stream, TAX_LIABILITY));
  }

  private static Usd negated(Usd usd) {
    return Usd.ZERO.minus(usd);
  }
}
