package dev.agora.marketplace.kafka;

import dev.agora.marketplace.budget.Budget;
import dev.agora.marketplace.budget.BudgetFollower;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the world about budgets: {@code marketplace.budget-changed}. */
@Component
class OutboxBudgetEvents implements BudgetFollower {

  private static final EventType TYPE =
      new EventType("marketplace.events.v1", "marketplace.budget-changed", 1);

  private final Outbox outbox;

  OutboxBudgetEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The message; amounts are decimal texts. */
  record BudgetChanged(
      String budgetId,
      String serviceId,
      String buyer,
      String seller,
      String amount,
      String used,
      String captured,
      long calls,
      String status,
      long version,
      Instant at) {

    static BudgetChanged of(Budget budget) {
      return new BudgetChanged(
          budget.id().value(),
          budget.plan().service().value(),
          budget.plan().buyer().value(),
          budget.plan().seller().value(),
          budget.plan().amount().toString(),
          budget.used().toString(),
          budget.captures().paid().toString(),
          budget.calls(),
          budget.state().name(),
          budget.version(),
          budget.updatedAt());
    }
  }

  @Override
  public void happened(Budget before, Budget after) {
    outbox.publish(TYPE, after.id().value(), BudgetChanged.of(after));
  }
}
