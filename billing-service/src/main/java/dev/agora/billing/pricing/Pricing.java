package dev.agora.billing.pricing;

import dev.agora.billing.pricing.PriceResult.AmountOutOfRange;
import dev.agora.billing.pricing.PriceResult.NoSuchPackage;
import dev.agora.billing.pricing.PriceResult.Priced;
import dev.agora.money.CreditPackage;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import java.util.List;
import org.springframework.stereotype.Service;

/** Prices what a buyer asks for, by the economy as it is now. */
@Service
public class Pricing {

  private final Economy economy;

  Pricing(Economy economy) {
    this.economy = economy;
  }

  /** The packages on offer, as configured. */
  List<CreditPackage> packages() {
    return economy.packages();
  }

  /** The price of a package. */
  public PriceResult ofPackage(String packageId) {
    return economy
        .findPackage(packageId)
        .<PriceResult>map(offer -> new Priced(Price.of(offer, economy.purchaseFee())))
        .orElseGet(() -> new NoSuchPackage(packageId));
  }

  /** The price of an amount of the buyer's choosing. */
  public PriceResult ofAmount(Usd amount) {
    if (amount.compareTo(economy.customMin()) < 0 || amount.compareTo(economy.customMax()) > 0) {
      return new AmountOutOfRange(economy.customMin(), economy.customMax());
    }
    return new Priced(Price.of(CreditPackage.custom(amount), economy.purchaseFee()));
  }
}
