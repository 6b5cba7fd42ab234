package dev.agora.marketplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds published listings. */
interface ListingSearch {

  /**
   * A stretch of the results.
   *
   * @param after where it starts; null for the beginning
   * @param limit hits at most
   */
  List<SearchHit> find(SearchQuery query, @Nullable SearchPosition after, int limit);

  /** How the results divide, counted over the first 10,000 of them. */
  Facets facets(SearchQuery query);
}
