package dev.agora.marketplace.kafka;

import dev.agora.marketplace.budget.BudgetId;
import dev.agora.marketplace.budget.FollowBudget;
import dev.agora.marketplace.order.Progress;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.money.Credits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the budget in step with its saga. */
@Component
class BudgetSagaObserver implements SagaObserver<OrderSagaData> {

  // Looked up late: a budget's changes need the sagas, and the sagas their observers.
  private final ObjectProvider<FollowBudget> budgets;

  BudgetSagaObserver(ObjectProvider<FollowBudget> budgets) {
    this.budgets = budgets;
  }

  @Override
  public SagaDefinition<OrderSagaData> definition() {
    return OrderSaga.BUDGET;
  }

  @Override
  public void changed(SagaChange<OrderSagaData> change) {
    BudgetId budget = new BudgetId(change.data().orderId());
    FollowBudget follow = budgets.getObject();
    switch (change.status()) {
      case RUNNING -> {
        if (change.step().equals(OrderSaga.FULFIL)) {
          follow.funded(budget);
        }
      }
      case COMPLETED -> follow.settled(budget);
      case COMPENSATED -> {
        // Either the credits never came, or all of them went back: only one fits its state.
        follow.refused(budget, refusal(change));
        follow.settled(budget);
      }
      case COMPENSATING, PARKED -> {}
    }
  }

  private static Progress.Refusal refusal(SagaChange<OrderSagaData> change) {
    String missing = change.data().missing();
    return new Progress.Refusal(
        change.reason().orElse("funds_not_held"), missing == null ? null : Credits.parse(missing));
  }
}
