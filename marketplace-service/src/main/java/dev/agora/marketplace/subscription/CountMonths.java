package dev.agora.marketplace.subscription;

import dev.agora.marketplace.listing.Listings;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts paid and refused months, and a subscription's first paid one as a sale of its listing. */
@Component
class CountMonths implements SubscriptionFollower {

  private static final String METER = "agora.marketplace.subscription.months";

  private final Listings listings;
  private final MeterRegistry meters;

  CountMonths(Listings listings, MeterRegistry meters) {
    this.listings = listings;
    this.meters = meters;
  }

  @Override
  public void happened(@Nullable Subscription before, Subscription after) {
    if (before == null || !before.period().isAsked() || after.period().isAsked()) {
      return;
    }
    boolean paid = after.period().paid() != null;
    meters.counter(METER, "outcome", paid ? "paid" : "refused").increment();
    if (paid && before.state() == SubscriptionState.PENDING) {
      listings.countSale(after.plan().service());
    }
  }
}
