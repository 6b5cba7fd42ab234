package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.schema.JsonSchemas;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands over what was bought; what does not fit the promised schema can not be delivered. */
@Service
class DeliverOrder {

  private final ChangeOrder change;
  private final Orders orders;
  private final Deliveries deliveries;
  private final JsonSchemas schemas;

  DeliverOrder(ChangeOrder change, Orders orders, Deliveries deliveries, JsonSchemas schemas) {
    this.change = change;
    this.orders = orders;
    this.deliveries = deliveries;
    this.schemas = schemas;
  }

  /**
   * What a seller sends.
   *
   * @param content JSON text; null if there are only links
   * @param links where more can be fetched
   * @param note to the buyer; null without
   */
  record Goods(@Nullable String content, List<String> links, @Nullable String note) {

    String sha256() {
      String all = content + "\n" + String.join("\n", links) + "\n" + note;
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every JDK has SHA-256", impossible);
      }
    }
  }

  /** Where the content does not fit the schema that the order was placed on. */
  List<JsonSchemas.Misfit> misfits(OrderId id, AgentId seller, Goods goods) {
    Optional<String> schema =
        orders
            .find(id)
            .filter(order -> order.deal().seller().equals(seller))
            .map(order -> order.deal().terms().outputSchema());
    return schema
        .map(it -> schemas.misfits(it, goods.content() == null ? "null" : goods.content()))
        .orElse(List.of());
  }

  /** Delivers goods without {@link #misfits}. */
  @Transactional
  ChangeResult deliver(OrderId id, AgentId seller, Goods goods, EntityTag.Condition condition) {
    ChangeResult result =
        change.change(
            id, Actor.agent(seller), new OrderEvent.Plain(Verb.DELIVER, goods.note()), condition);
    if (result instanceof ChangeResult.Done(Order order)) {
      int number = deliveries.of(id).size() + 1;
      deliveries.add(
          id,
          new Delivery(
              number,
              goods.content(),
              goods.links(),
              goods.note(),
              goods.sha256(),
              order.updatedAt()));
    }
    return result;
  }
}
