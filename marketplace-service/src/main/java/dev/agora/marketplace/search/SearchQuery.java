package dev.agora.marketplace.search;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.Category;
import dev.agora.marketplace.listing.PriceUnit;
import dev.agora.money.Credits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller looks for; published listings that meet all of it are found.
 *
 * @param words as typed into a search box; null for anything
 * @param filter what the listings must be beside that
 * @param sort of the results
 */
record SearchQuery(@Nullable String words, Filter filter, Sort sort) {

  /**
   * What listings must be, all of it.
   *
   * @param tags all of which a listing must carry, lower case
   * @param category null for any
   * @param unit null for any
   * @param seller null for any
   * @param minPrice null for any
   * @param maxPrice null for any
   * @param minRating in thousandths of a star, 1000 to 5000; null for any, unrated ones included
   * @param maxDelivery the longest delivery time; null for any
   */
  record Filter(
      List<String> tags,
      @Nullable Category category,
      @Nullable PriceUnit unit,
      @Nullable AgentId seller,
      @Nullable Credits minPrice,
      @Nullable Credits maxPrice,
      @Nullable Integer minRating,
      @Nullable Duration maxDelivery) {

    static final Filter NONE = new Filter(List.of(), null, null, null, null, null, null, null);

    Filter {
      tags = List.copyOf(tags);
    }
  }

  /** The same with other words. */
  SearchQuery respelled(String used) {
    return new SearchQuery(used, filter, sort);
  }
}
