package dev.agora.marketplace.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller delivered; a revision is a further delivery, the older ones stay.
 *
 * @param number from 1
 * @param content JSON text; null if there are only links
 * @param links where more can be fetched
 * @param note to the buyer; null without
 * @param sha256 of content, links and note, hex, so that both sides can prove what it was
 * @param at when
 */
public record Delivery(
    int number,
    @Nullable String content,
    List<String> links,
    @Nullable String note,
    String sha256,
    Instant at) {

  public Delivery {
    links = List.copyOf(links);
  }
}
