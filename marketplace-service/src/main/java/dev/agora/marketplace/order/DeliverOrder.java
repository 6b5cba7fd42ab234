package dev.agora.marketplace.order;

import static java.util.stream.Collectors.joining;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.EntityTag;
import dev.agora.marketplace.schema.Fingerprint;
import dev.agora.marketplace.schema.JsonSchemas;
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
   * @param content JSON text; null if there are only links or files
   * @param links where more can be fetched
   * @param files the same, where the content is known
   * @param note to the buyer; null without
   */
  record Goods(
      @Nullable String content,
      List<String> links,
      List<Delivery.FileLink> files,
      @Nullable String note) {

    String sha256() {
      String all = content + "\n" + String.join("\n", links) + "\n" + note;
      return Fingerprint.of(
          all
              + files.stream()
                  .map(file -> "\n" + file.url() + " " + file.sha256())
                  .collect(joining()));
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
              goods.files(),
              goods.note(),
              goods.sha256(),
              order.updatedAt()));
    }
    return result;
  }
}
