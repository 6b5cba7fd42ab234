package dev.agora.marketplace.search;

import dev.agora.marketplace.listing.Category;
import dev.agora.money.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller looks for; published listings that meet all of it are found.
 *
 * @param words as typed into a search box; null for anything
 * @param tags all of which a listing must carry, lower case
 * @param category null for any
 * @param minPrice null for any
 * @param maxPrice null for any
 * @param sort of the results
 */
record SearchQuery(
    @Nullable String words,
    List<String> tags,
    @Nullable Category category,
    @Nullable Credits minPrice,
    @Nullable Credits maxPrice,
    Sort sort) {

  SearchQuery {
    tags = List.copyOf(tags);
  }
}
