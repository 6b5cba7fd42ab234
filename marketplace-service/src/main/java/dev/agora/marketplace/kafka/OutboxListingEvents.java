package dev.agora.marketplace.kafka;

import dev.agora.marketplace.listing.Listing;
import dev.agora.marketplace.listing.ListingEvents;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the world about listings: {@code marketplace.listing-changed}. */
@Component
class OutboxListingEvents implements ListingEvents {

  private static final EventType TYPE =
      new EventType("marketplace.events.v1", "marketplace.listing-changed", 1);

  private final Outbox outbox;

  OutboxListingEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The message; amounts are decimal texts. */
  record ListingChanged(
      String serviceId,
      String seller,
      String title,
      String price,
      String unit,
      String status,
      long version,
      Instant at) {

    static ListingChanged of(Listing listing) {
      return new ListingChanged(
          listing.id().value(),
          listing.seller().value(),
          listing.terms().title(),
          listing.terms().price().toString(),
          listing.terms().unit().name(),
          listing.status().name(),
          listing.version(),
          listing.updatedAt());
    }
  }

  @Override
  public void changed(Listing listing) {
    outbox.publish(TYPE, listing.id().value(), ListingChanged.of(listing));
  }
}
