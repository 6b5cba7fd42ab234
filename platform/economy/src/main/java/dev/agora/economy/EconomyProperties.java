package dev.agora.economy;

import dev.agora.money.CreditPackage;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What of {@link Economy#standard} a deployment changes; what is absent keeps its default.
 *
 * <p>Every service reads the same properties, because the solvency guard needs all of them.
 */
@ConfigurationProperties("agora.economy")
record EconomyProperties(
    @Nullable List<PackageProperties> packages,
    @Nullable String customMinUsd,
    @Nullable String customMaxUsd,
    @Nullable Integer purchaseFeeBps,
    @Nullable Integer transferFeeBps,
    @Nullable Integer marketplaceFeeBps,
    @Nullable Integer conversionFeeBps,
    @Nullable String conversionMin,
    @Nullable String conversionMaxPerAgent,
    @Nullable String conversionMaxPerOwner,
    @Nullable Duration seasoning) {

  record PackageProperties(String id, String priceUsd, String bonusCredits) {}

  Economy toEconomy() {
    Economy standard = Economy.standard();
    return new Economy(
        packages == null
            ? standard.packages()
            : packages.stream().map(EconomyProperties::of).toList(),
        customMinUsd == null ? standard.customMin() : Usd.parseAmount(customMinUsd),
        customMaxUsd == null ? standard.customMax() : Usd.parseAmount(customMaxUsd),
        rate(purchaseFeeBps, standard.purchaseFee()),
        rate(transferFeeBps, standard.transferFee()),
        rate(marketplaceFeeBps, standard.marketplaceFee()),
        rate(conversionFeeBps, standard.conversionFee()),
        credits(conversionMin, standard.conversionMin()),
        credits(conversionMaxPerAgent, standard.conversionMaxPerAgent()),
        credits(conversionMaxPerOwner, standard.conversionMaxPerOwner()),
        seasoning == null ? standard.seasoning() : seasoning);
  }

  private static CreditPackage of(PackageProperties offer) {
    return new CreditPackage(
        offer.id(), Usd.parseAmount(offer.priceUsd()), Credits.parse(offer.bonusCredits()));
  }

  private static FeeRate rate(@Nullable Integer basisPoints, FeeRate standard) {
    return basisPoints == null ? standard : FeeRate.ofBasisPoints(basisPoints);
  }

  private static Credits credits(@Nullable String amount, Credits standard) {
    return amount == null ? standard : Credits.parseAmount(amount);
  }
}
