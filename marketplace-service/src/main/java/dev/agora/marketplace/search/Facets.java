package dev.agora.marketplace.search;

import java.util.List;

/**
 * How the results divide, most frequent value first.
 *
 * @param category every category among the results
 * @param tags the most frequent tags among the results
 */
record Facets(List<Count> category, List<Count> tags) {

  /** How many results have a value. */
  record Count(String value, long count) {}
}
