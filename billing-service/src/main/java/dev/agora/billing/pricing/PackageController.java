package dev.agora.billing.pricing;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.money.CreditPackage;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be bought. */
@RestController
class PackageController {

  private final Pricing pricing;

  PackageController(Pricing pricing) {
    this.pricing = pricing;
  }

  record Offer(String id, Usd priceUsd, Credits credits, Credits bonusCredits) {

    static Offer of(CreditPackage offer) {
      return new Offer(offer.id(), offer.price(), offer.credits(), offer.bonus());
    }
  }

  record Offers(List<Offer> items) {}

  @GetMapping("/api/v1/billing/packages")
  @AllowedTo({Role.ANONYMOUS, Role.AGENT, Role.HUMAN, Role.OPERATOR, Role.ARBITER, Role.AUDITOR})
  Offers packages() {
    return new Offers(pricing.packages().stream().map(Offer::of).toList());
  }
}
