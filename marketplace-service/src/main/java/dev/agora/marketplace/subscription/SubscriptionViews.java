package dev.agora.marketplace.subscription;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows subscriptions to their two sides. */
@Component
class SubscriptionViews {

  private static final int MONTHS_MAX = 24;

  private final Subscriptions subscriptions;
  private final SubscriptionMachine machine;
  private final ConsentToTerms terms;

  SubscriptionViews(
      Subscriptions subscriptions, SubscriptionMachine machine, ConsentToTerms terms) {
    this.subscriptions = subscriptions;
    this.machine = machine;
    this.terms = terms;
  }

  /** Everything. */
  SubscriptionView full(Subscription subscription, AgentId viewer) {
    return view(
        subscription,
        viewer,
        terms.offer(subscription),
        subscriptions.periods(subscription.id(), MONTHS_MAX).stream()
            .map(SubscriptionView.MonthView::of)
            .toList());
  }

  /** Without its months and what is offered, for lists. */
  SubscriptionView brief(Subscription subscription, AgentId viewer) {
    return view(subscription, viewer, null, null);
  }

  private SubscriptionView view(
      Subscription subscription,
      AgentId viewer,
      @Nullable Terms offer,
      @Nullable List<SubscriptionView.MonthView> months) {
    Plan plan = subscription.plan();
    Standing standing = subscription.standing();
    boolean pastDue = subscription.state() == SubscriptionState.PAST_DUE;
    boolean renews = subscription.state() == SubscriptionState.ACTIVE && !standing.canceled();
    boolean ends = subscription.state().isLive() && standing.canceled();
    Instant dueAt = subscription.dueAt();
    return new SubscriptionView(
        subscription.id().value(),
        subscription.state().name(),
        plan.service().value(),
        plan.buyer().value(),
        plan.seller().value(),
        plan.terms().title(),
        plan.terms().price(),
        plan.input(),
        standing.paidUntil(),
        renews ? dueAt : null,
        pastDue ? dueAt : null,
        pastDue ? standing.graceUntil() : null,
        ends ? subscription.period().until() : null,
        SubscriptionView.RejectionView.of(standing.refusal()),
        SubscriptionView.OfferView.of(offer),
        nextActions(subscription, viewer, offer),
        months,
        plan.startedAt(),
        subscription.updatedAt(),
        subscription.version());
  }

  private List<String> nextActions(
      Subscription subscription, AgentId viewer, @Nullable Terms offer) {
    List<String> actions = new ArrayList<>();
    if (machine.whyNotCancel(subscription).isEmpty()) {
      actions.add("cancel");
    }
    if (offer != null
        && viewer.equals(subscription.plan().buyer())
        && machine.whyNotConsent(subscription, offer, offer.price()).isEmpty()) {
      actions.add("consent");
    }
    return actions;
  }
}
