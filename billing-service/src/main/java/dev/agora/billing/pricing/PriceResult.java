package dev.agora.billing.pricing;

import dev.agora.money.Usd;

/** What a wish to buy costs, or why it can not be had. */
public sealed interface PriceResult {

  record Priced(Price price) implements PriceResult {}

  record NoSuchPackage(String packageId) implements PriceResult {}

  record AmountOutOfRange(Usd min, Usd max) implements PriceResult {}
}
