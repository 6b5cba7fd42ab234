package dev.agora.marketplace.budget;

import dev.agora.money.Credits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How budgets are paid out; what is absent keeps its default.
 *
 * @param captureFrom how much a seller has to have taken to be paid before the budget ends, in
 *     credits; default 0.1, a cent
 * @param sweepEvery how often the clocks of all budgets are looked at; default half a second
 */
@ConfigurationProperties("agora.marketplace.budget")
record BudgetProperties(@Nullable String captureFrom, @Nullable Duration sweepEvery) {

  private static final Credits CENT = Credits.ofMicros(Credits.MICROS_PER_CENT);

  BudgetProperties {
    if (captureFrom != null) {
      Credits.parseAmount(captureFrom);
    }
  }

  /** What is worth a posting of its own. */
  Credits enough() {
    return captureFrom == null ? CENT : Credits.parseAmount(captureFrom);
  }
}
