package dev.agora.marketplace.listing;

/** Tells the world about listings, with the current transaction. */
public interface ListingEvents {

  void changed(Listing listing);
}
