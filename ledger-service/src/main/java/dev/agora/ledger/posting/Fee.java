package dev.agora.ledger.posting;

import dev.agora.ledger.account.Asset;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;

/**
 * A fee as it was taken: rate and amount both, so that a changed schedule changes no history.
 *
 * @param units micro-credits or cents
 */
public record Fee(Asset asset, long units, FeeRate rate) {

  static Fee of(Credits amount, FeeRate rate) {
    return new Fee(Asset.CREDIT, amount.micros(), rate);
  }

  static Fee of(Usd amount, FeeRate rate) {
    return new Fee(Asset.USD, amount.cents(), rate);
  }
}
