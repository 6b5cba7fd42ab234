package dev.agora.marketplace.kafka;

import dev.agora.marketplace.budget.Budget;
import dev.agora.marketplace.budget.BudgetEscrow;
import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.Sagas;
import dev.agora.money.Credits;
import org.springframework.stereotype.Component;

/** Holds, settles and releases by the budget's saga. */
@Component
class SagaBudgetEscrow implements BudgetEscrow {

  private final Sagas sagas;

  SagaBudgetEscrow(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void open(Budget budget) {
    Budget.Plan plan = budget.plan();
    sagas.start(
        OrderSaga.BUDGET,
        budget.id().value(),
        new OrderSagaData(
            budget.id().value(),
            plan.holdId(),
            plan.buyer().value(),
            plan.seller().value(),
            plan.amount().toString(),
            plan.fee().basisPoints(),
            null,
            null,
            null,
            null));
  }

  @Override
  public void capture(Budget budget, Budget.Uses uses) {
    Budget.Plan plan = budget.plan();
    Budget.Captures captures = budget.captures();
    sagas.start(
        BudgetCaptureSaga.DEFINITION,
        budget.id() + "/" + captures.number(),
        new BudgetCaptureData(
            budget.id().value(),
            new CaptureHold(
                plan.holdId(),
                plan.buyer().value(),
                plan.seller().value(),
                captures.number(),
                captures.total().minus(captures.paid()).toString(),
                plan.fee().basisPoints(),
                uses.reference(budget.id()))));
  }

  @Override
  public void settle(Budget budget, Credits gross) {
    resolve(budget, Reply.success(new Decision(gross.toString())));
  }

  @Override
  public void release(Budget budget) {
    resolve(budget, Reply.refusal("unused"));
  }

  private void resolve(Budget budget, Reply reply) {
    if (!sagas.resolve(OrderSaga.BUDGET, budget.id().value(), OrderSaga.FULFIL, reply)) {
      throw new IllegalStateException("the saga of " + budget.id() + " does not wait for it");
    }
  }
}
