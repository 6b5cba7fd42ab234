package dev.agora.billing.topup;

import dev.agora.billing.card.FindCard;
import dev.agora.billing.card.SavedCard;
import dev.agora.billing.purchase.PaymentError;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.TopUpPurchase;
import dev.agora.billing.topup.OffSessionCharges.ChargeResult;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Charges a top-up's card and applies what Stripe says; as often as it takes to know. */
@Service
class ChargeTopUp {

  private static final Logger log = LoggerFactory.getLogger(ChargeTopUp.class);

  private static final PaymentError CONFIRM =
      new PaymentError(
          "authentication_required", "The card's bank wants you to confirm: pay on the page.");

  private final FindCard findCard;
  private final AutoTopUps rules;
  private final OffSessionCharges charges;
  private final TopUpPurchase topUpPurchase;
  private final FollowTopUp followTopUp;

  ChargeTopUp(
      FindCard findCard,
      AutoTopUps rules,
      OffSessionCharges charges,
      TopUpPurchase topUpPurchase,
      FollowTopUp followTopUp) {
    this.findCard = findCard;
    this.rules = rules;
    this.charges = charges;
    this.topUpPurchase = topUpPurchase;
    this.followTopUp = followTopUp;
  }

  /** Asks again about a purchase whose charge is not known to have happened. */
  void again(Purchase purchase) {
    Optional<SavedCard> card =
        rules.find(purchase.agentId()).flatMap(rule -> findCard.byId(rule.terms().card()));
    card.ifPresent(known -> charge(purchase, known));
  }

  void charge(Purchase purchase, SavedCard card) {
    switch (charges.charge(purchase, card)) {
      case ChargeResult.Seen(var observation) -> topUpPurchase.settle(purchase.id(), observation);
      case ChargeResult.Declined(String code, String message) ->
          topUpPurchase.failed(purchase.id(), new PaymentError(code, message));
      case ChargeResult.NeedsHuman _ -> {
        if (topUpPurchase.openLink(purchase)) {
          topUpPurchase.awaitsHuman(purchase.id(), CONFIRM);
          followTopUp.needsHuman(purchase);
        }
      }
      case ChargeResult.Unknown(String reason) ->
          log.warn("the charge of {} is not known yet: {}", purchase.id(), reason);
    }
  }
}
