package dev.agora.stripe.webhook;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hint from Stripe that an object changed. Only names are taken from it, never a state: whoever
 * handles it fetches the object.
 *
 * @param id of the event, {@code evt_…}; two events may tell of one fact
 * @param type such as {@code checkout.session.completed}
 * @param account the connected account it happened on; null for the platform's own
 * @param objectId of the object; null for events about none
 * @param metadata of the object, as far as the event shows it
 * @param live whether money is real
 * @param createdAt by Stripe's clock
 */
public record StripeEvent(
    String id,
    String type,
    @Nullable String account,
    @Nullable String objectId,
    Map<String, String> metadata,
    boolean live,
    Instant createdAt) {

  public StripeEvent {
    metadata = Map.copyOf(metadata);
  }
}
