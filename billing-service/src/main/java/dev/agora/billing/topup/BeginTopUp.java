package dev.agora.billing.topup;

import static java.util.Objects.requireNonNull;

import dev.agora.agents.Agent;
import dev.agora.agents.AgentId;
import dev.agora.agents.Agents;
import dev.agora.billing.card.FindCard;
import dev.agora.billing.card.SavedCard;
import dev.agora.billing.pricing.Price;
import dev.agora.billing.pricing.PriceResult;
import dev.agora.billing.pricing.Pricing;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.TopUpPurchase;
import dev.agora.money.Usd;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a top-up if its rule still asks for one; the rule's lock makes it the only one. */
@Service
@Transactional
class BeginTopUp {

  /** A purchase to be charged to that card. */
  record Due(Purchase purchase, SavedCard card) {}

  private final AutoTopUps rules;
  private final Balances balances;
  private final Agents agents;
  private final FindCard findCard;
  private final Pricing pricing;
  private final TopUpPurchase topUpPurchase;
  private final TopUpEvents events;
  private final InstantSource clock;

  BeginTopUp(
      AutoTopUps rules,
      Balances balances,
      Agents agents,
      FindCard findCard,
      Pricing pricing,
      TopUpPurchase topUpPurchase,
      TopUpEvents events,
      InstantSource clock) {
    this.rules = rules;
    this.balances = balances;
    this.agents = agents;
    this.findCard = findCard;
    this.pricing = pricing;
    this.topUpPurchase = topUpPurchase;
    this.events = events;
    this.clock = clock;
  }

  /** The purchase to charge now; empty if there is none. */
  Optional<Due> begin(String agentId) {
    return rules.lock(agentId).filter(this::isDue).flatMap(this::begin);
  }

  private boolean isDue(AutoTopUp rule) {
    boolean free = rule.status() == TopUpStatus.ON && rule.inFlight() == null;
    boolean rested = rule.notBefore() == null || !rule.notBefore().isAfter(clock.instant());
    return free
        && rested
        && balances
            .of(rule.agentId())
            .filter(balance -> balance.available().compareTo(rule.terms().threshold()) < 0)
            .isPresent();
  }

  private Optional<Due> begin(AutoTopUp rule) {
    Optional<SavedCard> card = findCard.activeOf(rule.humanId(), rule.terms().card().value());
    Price price = price(rule.terms());
    OffReason impossible = impossible(rule, card, price);
    if (impossible != null || card.isEmpty() || price == null) {
      AutoTopUp off =
          rule.off(
              impossible == null ? OffReason.PRICE_GONE : impossible,
              rule.declines(),
              clock.instant());
      rules.save(off);
      events.tell(TopUpNews.SWITCHED_OFF, off, null, null);
      return Optional.empty();
    }
    return begin(rule, card.get(), price);
  }

  private Optional<Due> begin(AutoTopUp rule, SavedCard card, Price price) {
    Instant now = clock.instant();
    OffsetDateTime month =
        YearMonth.from(now.atOffset(ZoneOffset.UTC))
            .atDay(1)
            .atStartOfDay()
            .atOffset(ZoneOffset.UTC);
    Usd spent = topUpPurchase.spentSince(rule.agentId(), month.toInstant());
    if (spent.plus(price.amount()).compareTo(rule.terms().monthlyCeiling()) > 0) {
      AutoTopUp waiting = rule.waiting(month.plusMonths(1).toInstant(), now);
      rules.save(waiting);
      events.tell(TopUpNews.CEILING_REACHED, waiting, null, null);
      return Optional.empty();
    }
    Purchase purchase = topUpPurchase.begin(rule.humanId(), rule.agentId(), price);
    AutoTopUp started = rule.started(purchase.id(), now);
    rules.save(started);
    events.tell(TopUpNews.STARTED, started, purchase.id(), null);
    return Optional.of(new Due(purchase, card));
  }

  private @Nullable OffReason impossible(
      AutoTopUp rule, Optional<SavedCard> card, @Nullable Price price) {
    Optional<Agent> agent = agents.find(new AgentId(rule.agentId()));
    if (agent.filter(known -> known.isOwnedBy(rule.humanId())).isEmpty()) {
      return OffReason.OWNER_CHANGED;
    }
    if (agent.get().isClosed()) {
      return OffReason.AGENT_CLOSED;
    }
    if (card.isEmpty()) {
      return OffReason.CARD_REMOVED;
    }
    if (topUpPurchase.isDisputed(rule.agentId())) {
      return OffReason.DISPUTED;
    }
    return price == null ? OffReason.PRICE_GONE : null;
  }

  private @Nullable Price price(TopUpTerms terms) {
    PriceResult priced =
        terms.packageId() == null
            ? pricing.ofAmount(requireNonNull(terms.amount()))
            : pricing.ofPackage(terms.packageId());
    return priced instanceof PriceResult.Priced(Price price) ? price : null;
  }
}
