package dev.agora.marketplace.search;

import java.util.Arrays;
import java.util.Optional;

/** The order of search results; equals are told apart by age, newest first. */
enum Sort {
  RELEVANCE,
  PRICE,
  PRICE_DESC,
  NEWEST,
  RATING,
  SOLD;

  static Optional<Sort> parse(String text) {
    return Arrays.stream(values()).filter(sort -> sort.name().equalsIgnoreCase(text)).findFirst();
  }
}
