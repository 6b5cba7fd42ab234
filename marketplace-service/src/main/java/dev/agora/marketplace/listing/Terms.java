package dev.agora.marketplace.listing;

import dev.agora.money.Credits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller promises, and for how much; an order keeps the terms it was placed on.
 *
 * @param title one line
 * @param description several lines
 * @param category of the service
 * @param tags free words, lower case, no two alike
 * @param price of one {@code unit}, above zero
 * @param unit what one order buys
 * @param deliveryTime from acceptance to delivery, at least a second, whole seconds
 * @param autoAccept whether a funded order is accepted at once
 * @param revisions how often the buyer may ask for another delivery, 0 to 2
 * @param inputSchema JSON Schema text that an order's input must fit; null admits anything
 * @param outputSchema JSON Schema text that a delivery's content must fit; null admits anything
 */
public record Terms(
    String title,
    String description,
    Category category,
    List<String> tags,
    Credits price,
    PriceUnit unit,
    Duration deliveryTime,
    boolean autoAccept,
    int revisions,
    @Nullable String inputSchema,
    @Nullable String outputSchema) {

  public static final int REVISIONS_MAX = 2;

  public Terms {
    tags = List.copyOf(tags);
    if (!price.isPositive() || deliveryTime.toSeconds() < 1) {
      throw new IllegalArgumentException("a service has a price and takes a time");
    }
    if (revisions < 0 || revisions > REVISIONS_MAX) {
      throw new IllegalArgumentException("not between 0 and 2 revisions: " + revisions);
    }
  }
}
