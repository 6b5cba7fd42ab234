package dev.agora.marketplace.listing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.agora.money.Credits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing as callers see it.
 *
 * @param rating mean of what the buyers' owners think, each with one voice; one decimal; null
 *     without a review
 * @param reviews how many reviews by buyers can be read
 * @param sold completed orders
 */
record ListingView(
    String id,
    String status,
    String seller,
    String title,
    String description,
    String category,
    List<String> tags,
    Credits price,
    String unit,
    Duration deliveryTime,
    boolean autoAccept,
    int revisions,
    @JsonRawValue @Nullable String inputSchema,
    @JsonRawValue @Nullable String outputSchema,
    @Nullable BigDecimal rating,
    int reviews,
    int sold,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  static ListingView of(Listing listing) {
    Terms terms = listing.terms();
    return new ListingView(
        listing.id().value(),
        listing.status().name(),
        listing.seller().value(),
        terms.title(),
        terms.description(),
        terms.category().name(),
        terms.tags(),
        terms.price(),
        terms.unit().name(),
        terms.deliveryTime(),
        terms.autoAccept(),
        terms.revisions(),
        terms.inputSchema(),
        terms.outputSchema(),
        listing.track().rating().orElse(null),
        listing.track().ratingCount(),
        listing.track().sold(),
        listing.version(),
        listing.createdAt(),
        listing.updatedAt());
  }
}
