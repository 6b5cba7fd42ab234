package dev.agora.marketplace.kafka;

import dev.agora.marketplace.order.Deal;
import dev.agora.marketplace.order.Escrow;
import dev.agora.marketplace.order.Order;
import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.Sagas;
import dev.agora.money.Credits;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Holds, settles and releases by the order's saga. */
@Component
class SagaEscrow implements Escrow {

  private final Sagas sagas;

  SagaEscrow(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void open(Order order) {
    Deal deal = order.deal();
    sagas.start(
        OrderSaga.DEFINITION,
        order.id().value(),
        new OrderSagaData(
            order.id().value(),
            deal.holdId(),
            deal.buyer().value(),
            deal.seller().value(),
            deal.price().toString(),
            deal.fee().basisPoints(),
            null,
            null,
            null,
            null));
  }

  @Override
  public void settle(Order order, Credits gross) {
    resolve(order, Reply.success(new Decision(gross.toString())));
  }

  @Override
  public void release(Order order) {
    resolve(order, Reply.refusal(order.state().name().toLowerCase(Locale.ROOT)));
  }

  // An order with funds has a saga that waits for it. If not, the change must not be stored.
  private void resolve(Order order, Reply reply) {
    if (!sagas.resolve(OrderSaga.DEFINITION, order.id().value(), OrderSaga.FULFIL, reply)) {
      throw new IllegalStateException("the saga of " + order.id() + " does not wait for it");
    }
  }
}
