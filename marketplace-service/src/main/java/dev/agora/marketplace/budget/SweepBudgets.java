package dev.agora.marketplace.budget;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends budgets whose time has run out, a transaction each; any number of replicas may. */
@Component
class SweepBudgets {

  private static final Logger log = LoggerFactory.getLogger(SweepBudgets.class);
  private static final int BATCH_MAX = 200;

  private final Budgets budgets;
  private final ChangeBudget change;
  private final Clock clock;

  SweepBudgets(Budgets budgets, ChangeBudget change, Clock clock) {
    this.budgets = budgets;
    this.change = change;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${agora.marketplace.budget.sweep-every:PT0.5S}")
  void sweep() {
    budgets.due(clock.instant(), BATCH_MAX).forEach(this::catchUp);
  }

  private void catchUp(BudgetId id) {
    try {
      change.catchUp(id);
    } catch (RuntimeException broken) {
      // One budget that can not end must not keep the others open.
      log.error("{} can not be ended", id, broken);
    }
  }
}
