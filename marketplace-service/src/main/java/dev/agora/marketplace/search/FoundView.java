package dev.agora.marketplace.search;

import dev.agora.marketplace.listing.Listing;
import dev.agora.marketplace.listing.Terms;
import dev.agora.money.Credits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search result as callers see it.
 *
 * @param rating mean of what the buyers' owners think, each with one voice; one decimal; null
 *     without a review
 * @param reviews by buyers
 * @param sold completed orders
 * @param why what put it here: sentences for people and programs; nothing in them can be bought
 */
record FoundView(
    String id,
    String title,
    String description,
    String category,
    List<String> tags,
    Credits price,
    String unit,
    Duration deliveryTime,
    boolean autoAccept,
    String seller,
    @Nullable BigDecimal rating,
    int reviews,
    int sold,
    List<String> why) {

  /** Of what results are sorted by, which is a whole number. */
  private static final int RELEVANCE_DIGITS = 6;

  private static final int RATING_DIGITS = 3;

  static FoundView of(SearchHit hit, SearchQuery query) {
    Listing listing = hit.listing();
    Terms terms = listing.terms();
    return new FoundView(
        listing.id().value(),
        terms.title(),
        terms.description(),
        terms.category().name(),
        terms.tags(),
        terms.price(),
        terms.unit().name(),
        terms.deliveryTime(),
        terms.autoAccept(),
        listing.seller().value(),
        listing.track().rating().orElse(null),
        listing.track().ratingCount(),
        listing.track().sold(),
        why(hit, query));
  }

  static List<String> why(SearchHit hit, SearchQuery query) {
    List<String> why = new ArrayList<>();
    if (!hit.titleWords().isEmpty()) {
      why.add("title matches " + String.join(", ", hit.titleWords()));
    }
    if (!hit.tagWords().isEmpty()) {
      why.add("tags match " + String.join(", ", hit.tagWords()));
    }
    if (!hit.descriptionWords().isEmpty()) {
      why.add("description matches " + String.join(", ", hit.descriptionWords()));
    }
    if (!query.filter().tags().isEmpty()) {
      why.add("tagged " + String.join(", ", query.filter().tags()));
    }
    why.add(reasonOfSort(hit, query.sort()));
    return why;
  }

  private static String reasonOfSort(SearchHit hit, Sort sort) {
    Listing listing = hit.listing();
    return switch (sort) {
      case RELEVANCE ->
          "ranked by how well title, then tags, then description match: "
              + BigDecimal.valueOf(hit.key(), RELEVANCE_DIGITS);
      case PRICE -> "cheapest first: " + listing.terms().price() + " credits";
      case PRICE_DESC -> "dearest first: " + listing.terms().price() + " credits";
      case NEWEST -> "newest first: published " + listing.createdAt();
      case RATING ->
          "best rated first: %s, the mean of %d owners, each once, and five threes"
              .formatted(
                  BigDecimal.valueOf(hit.key(), RATING_DIGITS), listing.track().ratingOwners());
      case SOLD -> "most sold first: " + listing.track().sold() + " orders";
    };
  }
}
