package dev.agora.billing.topup;

import dev.agora.billing.purchase.FindPurchase;
import dev.agora.billing.purchase.PaymentError;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.PurchaseId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws the rule's conclusions from what became of its purchase. */
@Service
@Transactional
class FollowTopUp {

  /** No second attempt makes sense after these. */
  private static final Set<String> FINAL_DECLINES =
      Set.of("lost_card", "stolen_card", "pickup_card", "expired_card", "fraudulent");

  private static final String LINK_EXPIRED = "link_expired";

  private final AutoTopUps rules;
  private final Balances balances;
  private final FindPurchase findPurchase;
  private final TopUpEvents events;
  private final TopUpProperties properties;
  private final InstantSource clock;

  FollowTopUp(
      AutoTopUps rules,
      Balances balances,
      FindPurchase findPurchase,
      TopUpEvents events,
      TopUpProperties properties,
      InstantSource clock) {
    this.rules = rules;
    this.balances = balances;
    this.findPurchase = findPurchase;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  /** A person has to confirm: the purchase has a page for that now. */
  void needsHuman(Purchase purchase) {
    rules
        .lock(purchase.agentId())
        .filter(rule -> purchase.id().equals(rule.inFlight()))
        .ifPresent(
            rule ->
                events.tell(TopUpNews.NEEDS_HUMAN, rule, purchase.id(), "authentication_required"));
  }

  /** A top-up is disputed, or the card's bank warns of it: the card is not charged again. */
  void disputed(String agentId) {
    rules
        .lock(agentId)
        .filter(rule -> rule.status() == TopUpStatus.ON && rule.inFlight() == null)
        .ifPresent(rule -> switchOff(rule, null, OffReason.DISPUTED, rule.declines()));
    rules.heed(agentId);
  }

  /** Looks at the purchase under way of an agent's rule. */
  void follow(String agentId) {
    rules.lock(agentId).ifPresent(this::follow);
  }

  private void follow(AutoTopUp rule) {
    PurchaseId underWay = rule.inFlight();
    if (underWay == null) {
      return;
    }
    Purchase purchase =
        findPurchase
            .byId(underWay)
            .orElseThrow(() -> new IllegalStateException("no purchase " + underWay));
    switch (purchase.status()) {
      case AWAITING_PAYMENT, PAID -> {}
      case COMPLETED, PARTIALLY_REFUNDED, REFUNDED -> succeed(rule, purchase);
      case EXPIRED -> declined(rule, purchase, LINK_EXPIRED);
      case FAILED -> failed(rule, purchase);
      case DISPUTED -> switchOff(rule, underWay, OffReason.DISPUTED, rule.declines());
      case QUARANTINED -> switchOff(rule, underWay, OffReason.QUARANTINED, rule.declines());
    }
  }

  /** Not before the balance shows it: else the old balance would ask for a second one. */
  private void succeed(AutoTopUp rule, Purchase purchase) {
    Instant now = clock.instant();
    String transaction = purchase.transactionId();
    boolean shown = transaction != null && balances.contain(transaction);
    if (shown || purchase.changedAt().plus(properties.balanceWait()).isBefore(now)) {
      AutoTopUp succeeded = rule.succeeded(now);
      rules.save(succeeded);
      events.tell(TopUpNews.SUCCEEDED, succeeded, purchase.id(), null);
    }
  }

  private void failed(AutoTopUp rule, Purchase purchase) {
    PaymentError error = purchase.lastError();
    if (purchase.payment() != null) {
      // Paid, and given back because the ledger would not post it.
      switchOff(rule, purchase.id(), OffReason.AGENT_CLOSED, rule.declines());
    } else {
      declined(rule, purchase, error == null ? "declined" : error.code());
    }
  }

  private void declined(AutoTopUp rule, Purchase purchase, String code) {
    Instant now = clock.instant();
    int declines = rule.declines() + 1;
    AutoTopUp declined = rule.declined(now.plus(properties.retryAfter()), now);
    rules.save(declined);
    events.tell(TopUpNews.DECLINED, declined, purchase.id(), code);
    if (declines >= properties.declinesMax() || FINAL_DECLINES.contains(code)) {
      switchOff(declined, purchase.id(), OffReason.DECLINED, declines);
    }
  }

  private void switchOff(
      AutoTopUp rule, @Nullable PurchaseId purchase, OffReason why, int declines) {
    AutoTopUp off =
        rule.status() == TopUpStatus.REMOVED
            ? rule.succeeded(clock.instant())
            : rule.off(why, declines, clock.instant());
    rules.save(off);
    if (off.status() == TopUpStatus.OFF) {
      events.tell(TopUpNews.SWITCHED_OFF, off, purchase, null);
    }
  }
}
