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
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
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
  public void happened(Budget before, Budget after) {
    Credits paid = before.captures().paid();
    if (after.captures().paid().compareTo(paid) > 0) {
      String capture = after.id() + "/" + before.captures().number();
      add(capture, after, paid, after.captures().paid());
    }
    Settlement settlement = after.settlement();
    boolean closes = before.state() != BudgetState.CLOSED && after.state() == BudgetState.CLOSED;
    if (closes && settlement != null) {
      add(after.id().value(), after, after.captures().total(), settlement.sellerGross());
    }
  }

  /** What was paid of a budget beyond what had been before; the fee is of all of it together. */
  private void add(String id, Budget budget, Credits before, Credits paid) {
    FeeRate rate = budget.plan().fee();
    sales.add(
        id,
        budget.plan().service(),
        paid.minus(before),
        rate.of(paid).minus(rate.of(before)),
        budget.updatedAt());
  }
}
