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
 * @param files the same, with what they must contain
 * @param note to the buyer; null without
 * @param sha256 of content, links, note and files, hex, so that both sides can prove what it was
 * @param at when
 */
public record Delivery(
    int number,
    @Nullable String content,
    List<String> links,
    List<FileLink> files,
    @Nullable String note,
    String sha256,
    Instant at) {

  /**
   * A file somewhere else.
   *
   * @param url where it can be fetched
   * @param sha256 of its bytes, 64 hex digits in lower case
   */
  public record FileLink(String url, String sha256) {}

  public Delivery {
    links = List.copyOf(links);
    files = List.copyOf(files);
  }
}
