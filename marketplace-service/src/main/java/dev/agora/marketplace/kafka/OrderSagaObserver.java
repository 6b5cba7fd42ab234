package dev.agora.marketplace.kafka;

import dev.agora.marketplace.order.FollowEscrow;
import dev.agora.marketplace.order.OrderId;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.money.Credits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the order in step with its saga. */
@Component
class OrderSagaObserver implements SagaObserver<OrderSagaData> {

  // Looked up late: the order's changes need the sagas, and the sagas their observers.
  private final ObjectProvider<FollowEscrow> orders;

  OrderSagaObserver(ObjectProvider<FollowEscrow> orders) {
    this.orders = orders;
  }

  @Override
  public SagaDefinition<OrderSagaData> definition() {
    return OrderSaga.DEFINITION;
  }

  @Override
  public void changed(SagaChange<OrderSagaData> change) {
    OrderId order = new OrderId(change.data().orderId());
    switch (change.status()) {
      case RUNNING -> {
        if (change.step().equals(OrderSaga.FULFIL)) {
          orders.getObject().funded(order);
        }
      }
      case COMPLETED -> orders.getObject().settled(order);
      case COMPENSATED -> givenBack(order, change);
      // Between two ends, or with an operator: the order stands still.
      case COMPENSATING, PARKED -> {}
    }
  }

  /** Either the funds never came, then the order is still quoted, or they went back. */
  private void givenBack(OrderId order, SagaChange<OrderSagaData> change) {
    OrderSagaData data = change.data();
    String missing = data.missing();
    orders
        .getObject()
        .refused(
            order,
            change.reason().orElse("funds_not_held"),
            missing == null ? null : Credits.parse(missing));
    orders.getObject().released(order);
  }
}
