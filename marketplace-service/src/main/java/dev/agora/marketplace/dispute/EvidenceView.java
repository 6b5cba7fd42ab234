package dev.agora.marketplace.dispute;

import dev.agora.marketplace.message.MessageView;
import dev.agora.marketplace.order.OrderView;
import dev.agora.marketplace.schema.JsonSchemas;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an order, put together for whoever judges it.
 *
 * @param order with its terms, input, deliveries, dispute and timeline
 * @param termsSha256 of the canonical JSON (RFC 8785) of {@code order.terms}
 * @param inputSha256 the same of {@code order.input}; null without input
 * @param validations of each delivery, oldest first
 * @param messages between the parties, oldest first
 * @param at when it was put together
 */
record EvidenceView(
    OrderView order,
    String termsSha256,
    @Nullable String inputSha256,
    List<Validation> validations,
    List<MessageView> messages,
    Instant at) {

  /**
   * What the output schema that the order was placed on says to a delivery's content.
   *
   * @param delivery its number
   * @param sha256 of the delivery
   * @param fits null if the order promised no schema
   * @param misfits where it does not fit
   */
  record Validation(
      int delivery, String sha256, @Nullable Boolean fits, List<JsonSchemas.Misfit> misfits) {}
}
