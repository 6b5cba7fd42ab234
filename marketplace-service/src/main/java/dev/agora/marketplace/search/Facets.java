package dev.agora.marketplace.search;

import java.util.List;

/**
 * How the results divide, most frequent value first.
 *
 * @param category every category among the results
 * @param unit every unit of price among them
 * @param tags the most frequent tags among them
 */
record Facets(List<Count> category, List<Count> unit, List<Count> tags) {

  /** How many results have a value. */
  record Count(String value, long count) {}
}
