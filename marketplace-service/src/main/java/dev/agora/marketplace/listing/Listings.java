package dev.agora.marketplace.listing;

import java.util.Optional;

/** The listings, withdrawn ones included. */
public interface Listings {

  Optional<Listing> find(ServiceId id);

  /** Finds and locks until the transaction ends. */
  Optional<Listing> lock(ServiceId id);

  /**
   * Adds a listing.
   *
   * @return false if the seller has another one of this title that is not withdrawn
   */
  boolean add(Listing listing);

  /**
   * Stores the changed terms and status of a locked listing.
   *
   * @return false if the seller has another one of this title that is not withdrawn
   */
  boolean update(Listing listing);

  /** Counts a completed order. */
  void countSale(ServiceId id);

  /**
   * Counts a buyer's review that has just been revealed.
   *
   * @param stars of the review
   * @param millis the sum of all owners' means since, in thousandths of a star
   * @param owners how many those are
   */
  void countRating(ServiceId id, int stars, long millis, long owners);
}
