package dev.agora.payout.quote;

import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import org.springframework.stereotype.Component;

/** What an amount must be to be converted at all, and what it gives. */
@Component
public class ConversionRules {

  /** The first rule that an amount breaks. */
  public enum Breach {
    NOT_IN_TENTHS,
    TOO_SMALL,
    NONE
  }

  private static final long WHOLE = 10_000;

  private final Economy economy;
  private final Credits large;

  ConversionRules(Economy economy, QuoteProperties properties) {
    this.large = properties.largeAmount();
    this.economy = economy;
  }

  public Breach check(Credits credits) {
    if (!credits.isWholeCents()) {
      return Breach.NOT_IN_TENTHS;
    }
    return credits.compareTo(economy.conversionMin()) < 0 ? Breach.TOO_SMALL : Breach.NONE;
  }

  /** Whether it takes a human who has shown a password or a passkey a moment ago. */
  public boolean isLarge(Credits credits) {
    return credits.compareTo(large) >= 0;
  }

  public Credits min() {
    return economy.conversionMin();
  }

  /**
   * The terms under which credits give those dollars again: as many as they were for the fee that
   * was taken then, and never worth more than the dollars.
   *
   * @param feeBps of then; a lower one of today counts instead
   */
  public Terms termsFor(Usd net, int feeBps) {
    int rate = Math.min(feeBps, economy.conversionFee().basisPoints());
    Usd gross = Usd.ofCents(Math.floorDiv(Math.multiplyExact(net.cents(), WHOLE), WHOLE - rate));
    return new Terms(gross.atPar(), gross, gross.minus(net), rate, net);
  }

  /** The terms of today. */
  public Terms terms(Credits credits) {
    FeeRate rate = economy.conversionFee();
    return Terms.of(credits, rate);
  }
}
