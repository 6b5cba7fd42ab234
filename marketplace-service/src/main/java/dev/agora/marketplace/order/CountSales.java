package dev.agora.marketplace.order;

import dev.agora.marketplace.listing.Listings;
import org.springframework.stereotype.Component;

/** Counts completed orders on their listings. */
@Component
class CountSales implements OrderFollower {

  private final Listings listings;

  CountSales(Listings listings) {
    this.listings = listings;
  }

  @Override
  public void happened(Order order, Verb verb) {
    if (verb == Verb.SETTLED && order.state() == OrderState.COMPLETED) {
      listings.countSale(order.deal().service());
    }
  }
}
