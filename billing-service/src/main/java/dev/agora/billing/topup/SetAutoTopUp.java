package dev.agora.billing.topup;

import dev.agora.agents.Agent;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.billing.card.FindCard;
import dev.agora.billing.card.SavedCard;
import dev.agora.billing.pricing.Price;
import dev.agora.billing.pricing.PriceResult;
import dev.agora.billing.pricing.Pricing;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets, shows and removes an owner's rule. */
@Service
@Transactional
class SetAutoTopUp {

  /**
   * What the owner asks for, not checked yet.
   *
   * @param packageId either this or {@code amount}
   * @param paymentMethod a saved card's id
   */
  record Wish(
      Credits threshold,
      @Nullable String packageId,
      @Nullable Usd amount,
      Usd monthlyCeiling,
      String paymentMethod) {}

  /** What came of it, in the order in which it is found out. */
  sealed interface Result {

    record AgentClosed() implements Result {}

    record PackageOrAmount() implements Result {}

    /** The price can not be had. */
    record NoPrice(PriceResult why) implements Result {}

    /** Not even one top-up fits below the ceiling. */
    record CeilingTooLow(Usd price) implements Result {}

    record CardUnknown() implements Result {}

    record Set(AutoTopUp rule) implements Result {}
  }

  private final AutoTopUps rules;
  private final Pricing pricing;
  private final FindCard findCard;
  private final TopUpEvents events;
  private final AuditLog audit;
  private final InstantSource clock;

  SetAutoTopUp(
      AutoTopUps rules,
      Pricing pricing,
      FindCard findCard,
      TopUpEvents events,
      AuditLog audit,
      InstantSource clock) {
    this.audit = audit;
    this.rules = rules;
    this.pricing = pricing;
    this.findCard = findCard;
    this.events = events;
    this.clock = clock;
  }

  Result set(String humanId, Agent agent, Wish wish) {
    if (agent.isClosed()) {
      return new Result.AgentClosed();
    }
    if ((wish.packageId() == null) == (wish.amount() == null)) {
      return new Result.PackageOrAmount();
    }
    PriceResult priced =
        wish.packageId() == null
            ? pricing.ofAmount(wish.amount())
            : pricing.ofPackage(wish.packageId());
    if (!(priced instanceof PriceResult.Priced(Price price))) {
      return new Result.NoPrice(priced);
    }
    if (price.amount().compareTo(wish.monthlyCeiling()) > 0) {
      return new Result.CeilingTooLow(price.amount());
    }
    Optional<SavedCard> card = findCard.activeOf(humanId, wish.paymentMethod());
    if (card.isEmpty()) {
      return new Result.CardUnknown();
    }
    TopUpTerms terms =
        new TopUpTerms(
            wish.threshold(),
            wish.packageId(),
            wish.amount(),
            wish.monthlyCeiling(),
            card.get().id());
    return new Result.Set(store(humanId, agent.id().value(), terms));
  }

  private AutoTopUp store(String humanId, String agentId, TopUpTerms terms) {
    Instant now = clock.instant();
    AutoTopUp rule =
        rules
            .lock(agentId)
            .map(earlier -> earlier.setAnew(humanId, terms, now))
            .orElseGet(() -> AutoTopUp.first(agentId, humanId, terms, now));
    rules.save(rule);
    rules.heed(agentId);
    events.tell(TopUpNews.SET, rule, null, null);
    audit.record(
        Deed.of(Act.AUTO_TOP_UP_SET, agentId, terms.card().value())
            .changing(
                Map.of(),
                Map.of(
                    "threshold", terms.threshold().toString(),
                    "monthlyCeilingUsd", terms.monthlyCeiling().toString())));
    return rule;
  }

  /** False if there is none. */
  boolean remove(String agentId) {
    Optional<AutoTopUp> rule = rules.lock(agentId).filter(SetAutoTopUp::isThere);
    rule.ifPresent(
        found -> {
          AutoTopUp removed = found.removed(clock.instant());
          rules.save(removed);
          events.tell(TopUpNews.REMOVED, removed, null, null);
          audit.record(Deed.of(Act.AUTO_TOP_UP_REMOVED, agentId, agentId));
        });
    return rule.isPresent();
  }

  Optional<AutoTopUp> find(String agentId) {
    return rules.find(agentId).filter(SetAutoTopUp::isThere);
  }

  private static boolean isThere(AutoTopUp rule) {
    return rule.status() != TopUpStatus.REMOVED;
  }
}
