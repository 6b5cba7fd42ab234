package dev.agora.marketplace.figures;

import dev.agora.marketplace.budget.Budget;
import dev.agora.marketplace.budget.BudgetFollower;
import dev.agora.marketplace.budget.BudgetState;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderFollower;
import dev.agora.marketplace.order.Settlement;
import dev.agora.marketplace.order.Verb;
import dev.agora.marketplace.subscription.Period;
import dev.agora.marketplace.subscription.Subscription;
import dev.agora.marketplace.subscription.SubscriptionFollower;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what was sold, in the transaction that learns that the ledger has posted it. */
@Component
class RecordSales implements OrderFollower, SubscriptionFollower, BudgetFollower {

  private final Sales sales;

  RecordSales(Sales sales) {
    this.sales = sales;
  }

  @Override
  public void happened(Order order, Verb verb) {
    if (verb == Verb.SETTLED || verb == Verb.RELEASED) {
      sales.addOrder(order.id().value());
    }
  }

  @Override
  public void happened(@Nullable Subscription before, Subscription after) {
    Period period = after.period();
    boolean wasAsked = before != null && before.period().payment() instanceof Period.Payment.Asked;
    if (wasAsked && period.payment() instanceof Period.Payment.Paid(var sellerNet, var fee)) {
      sales.add(
          period.id().value(), after.plan().service(), sellerNet.plus(fee), fee, after.updatedAt());
    }
  }

  @Override
  public void happened(Budget budget) {
    Settlement settlement = budget.settlement();
    if (budget.state() == BudgetState.CLOSED && settlement != null) {
      sales.add(
          budget.id().value(),
          budget.plan().service(),
          settlement.sellerGross(),
          settlement.fee(),
          budget.updatedAt());
    }
  }
}
