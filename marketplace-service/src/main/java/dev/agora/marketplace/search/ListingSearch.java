package dev.agora.marketplace.search;

import java.util.List;
import java.util.Optional;
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

  /**
   * The words with those replaced that no listing was ever described with but that are much like
   * one that was.
   *
   * @return empty if there is nothing to put right
   */
  Optional<String> respell(String words);

  /** How the results divide, counted over {@link Facets#MAX} of them at most. */
  Facets facets(SearchQuery query);
}
