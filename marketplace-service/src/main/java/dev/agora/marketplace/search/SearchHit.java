package dev.agora.marketplace.search;

import dev.agora.marketplace.listing.Listing;
import java.util.List;

/**
 * A listing that was found.
 *
 * @param listing as it is now
 * @param key its place in the order of results, higher first
 * @param titleWords stems of the query's words that its title has
 * @param tagWords stems that its tags have
 * @param descriptionWords stems that its description has
 */
record SearchHit(
    Listing listing,
    long key,
    List<String> titleWords,
    List<String> tagWords,
    List<String> descriptionWords) {}
