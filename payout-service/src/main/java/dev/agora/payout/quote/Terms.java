package dev.agora.payout.quote;

import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;

/**
 * What a conversion gives for what, pinned when it is asked for.
 *
 * @param credits a positive multiple of 0.1
 * @param gross their worth
 * @param fee the platform's part of it, rounded up to the cent
 * @param feeBps the rate of that fee, in basis points
 * @param net what is sent
 */
public record Terms(Credits credits, Usd gross, Usd fee, int feeBps, Usd net) {

  public Terms {
    if (!credits.atPar().equals(gross) || !gross.minus(fee).equals(net) || !net.isPositive()) {
      throw new IllegalArgumentException(
          credits + " credits do not give " + gross + " - " + fee + " = " + net);
    }
  }

  static Terms of(Credits credits, FeeRate rate) {
    Usd gross = credits.atPar();
    Usd fee = rate.of(gross);
    return new Terms(credits, gross, fee, rate.basisPoints(), gross.minus(fee));
  }
}
