package dev.agora.marketplace.search;

import java.util.List;

/**
 * How the results divide, most frequent value first.
 *
 * @param category every category among the results
 * @param unit every unit of price among them
 * @param tags the most frequent tags among them
 * @param counted of how many results that tells
 * @param complete whether these are all; if not, read the counts as shares
 */
record Facets(
    List<Count> category, List<Count> unit, List<Count> tags, long counted, boolean complete) {

  /** So many results are counted at most. */
  static final int MAX = 2_000;

  /** How many results have a value. */
  record Count(String value, long count) {}
}
