package dev.agora.marketplace.listing;

import dev.agora.agents.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A service on offer.
 *
 * @param id of the listing
 * @param seller who offers it
 * @param terms as a new order would pin them
 * @param status whether it can be bought
 * @param version counts changes, from 1
 * @param track what buyers made of it so far
 * @param createdAt when it was first published
 * @param updatedAt when its terms or status last changed
 */
public record Listing(
    ServiceId id,
    AgentId seller,
    Terms terms,
    ListingStatus status,
    long version,
    TrackRecord track,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * What buyers made of a service.
   *
   * @param sold orders that were completed
   * @param ratingMillis the sum over the buyers' owners of the mean of their ratings, in
   *     thousandths of a star
   * @param ratingOwners how many owners those are
   * @param ratingCount how many reviews they wrote
   */
  public record TrackRecord(int sold, long ratingMillis, long ratingOwners, int ratingCount) {

    public static final TrackRecord NONE = new TrackRecord(0, 0, 0, 0);

    /**
     * The mean rating with one decimal, halves rounded up, each owner with one voice; empty without
     * a review.
     */
    public Optional<BigDecimal> rating() {
      return Stars.mean(ratingMillis, ratingOwners);
    }
  }

  Listing changedTo(Terms terms, ListingStatus status, Instant now) {
    return new Listing(id, seller, terms, status, version + 1, track, createdAt, now);
  }
}
