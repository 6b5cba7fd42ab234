package dev.agora.marketplace.search;

import dev.agora.marketplace.listing.ServiceId;
import java.util.Optional;

/**
 * The place of a hit in the order of results; the next page starts after it.
 *
 * @param sort the order
 * @param key what the order sorts by, higher first
 * @param id of the listing, which tells equals apart
 */
record SearchPosition(Sort sort, long key, ServiceId id) {

  static SearchPosition of(Sort sort, SearchHit hit) {
    return new SearchPosition(sort, hit.key(), hit.listing().id());
  }

  String text() {
    return sort + " " + key + " " + id;
  }

  /** Reads {@link #text}; empty if it is none, or of another order. */
  static Optional<SearchPosition> parse(String text, Sort sort) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 3 || !parts[0].equals(sort.name()) || !parts[1].matches("-?\\d{1,18}")) {
      return Optional.empty();
    }
    return ServiceId.parse(parts[2])
        .map(id -> new SearchPosition(sort, Long.parseLong(parts[1]), id));
  }
}
