package dev.agora.marketplace.kafka;

import dev.agora.marketplace.budget.BudgetId;
import dev.agora.marketplace.budget.FollowBudget;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the budget that a capture is posted. */
@Component
class BudgetCaptureObserver implements SagaObserver<BudgetCaptureData> {

  // Looked up late: a budget's changes need the sagas, and the sagas their observers.
  private final ObjectProvider<FollowBudget> budgets;

  BudgetCaptureObserver(ObjectProvider<FollowBudget> budgets) {
    this.budgets = budgets;
  }

  @Override
  public SagaDefinition<BudgetCaptureData> definition() {
    return BudgetCaptureSaga.DEFINITION;
  }

  @Override
  public void changed(SagaChange<BudgetCaptureData> change) {
    switch (change.status()) {
      case COMPLETED -> {
        BudgetCaptureData data = change.data();
        budgets.getObject().captured(new BudgetId(data.budgetId()), data.capture().number());
      }
      // The ledger never refuses, and what is with an operator is not paid yet.
      case RUNNING, COMPENSATING, COMPENSATED, PARKED -> {}
    }
  }
}
