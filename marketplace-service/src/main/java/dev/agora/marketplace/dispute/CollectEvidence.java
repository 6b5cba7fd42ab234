package dev.agora.marketplace.dispute;

import dev.agora.marketplace.message.MessageView;
import dev.agora.marketplace.message.Messages;
import dev.agora.marketplace.order.Deliveries;
import dev.agora.marketplace.order.Delivery;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderView;
import dev.agora.marketplace.order.OrderViews;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.schema.Fingerprint;
import dev.agora.marketplace.schema.JsonSchemas;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what is known of an order: nothing that a party says now, all that was stored. */
@Service
class CollectEvidence {

  private final OrderViews views;
  private final Deliveries deliveries;
  private final Messages messages;
  private final JsonSchemas schemas;
  private final JsonMapper json;
  private final Clock clock;

  CollectEvidence(
      OrderViews views,
      Deliveries deliveries,
      Messages messages,
      JsonSchemas schemas,
      JsonMapper json,
      Clock clock) {
    this.views = views;
    this.deliveries = deliveries;
    this.messages = messages;
    this.schemas = schemas;
    this.json = json;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  EvidenceView about(Order order, Party viewer) {
    OrderView view = views.full(order, viewer);
    String input = order.deal().input();
    String schema = order.deal().terms().outputSchema();
    return new EvidenceView(
        view,
        Fingerprint.ofJson(json.writeValueAsString(view.terms())),
        input == null ? null : Fingerprint.ofJson(input),
        deliveries.of(order.id()).stream()
            .map(delivery -> schema == null ? unchecked(delivery) : checked(delivery, schema))
            .toList(),
        messages.of(order.id(), 0, Messages.MAX).stream().map(MessageView::of).toList(),
        clock.instant());
  }

  private static EvidenceView.Validation unchecked(Delivery delivery) {
    return new EvidenceView.Validation(delivery.number(), delivery.sha256(), null, List.of());
  }

  private EvidenceView.Validation checked(Delivery delivery, String schema) {
    String content = delivery.content();
    List<JsonSchemas.Misfit> misfits = schemas.misfits(schema, content == null ? "null" : content);
    return new EvidenceView.Validation(
        delivery.number(), delivery.sha256(), misfits.isEmpty(), misfits);
  }
}
