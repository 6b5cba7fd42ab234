package dev.agora.ledger.analytics;

import dev.agora.ledger.proof.Solvency;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers what the platform turned over and took, on one snapshot. */
@Service
class PlatformAnalytics {

  private final JdbcPlans plans;
  private final JdbcPlatformSums sums;
  private final Solvency solvency;
  private final Clock clock;

  PlatformAnalytics(JdbcPlans plans, JdbcPlatformSums sums, Solvency solvency, Clock clock) {
    this.plans = plans;
    this.sums = sums;
    this.solvency = solvency;
    this.clock = clock;
  }

  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true, timeout = 20)
  PlatformFigures figures(Period period) {
    plans.lookUp();
    return PlatformFigures.of(period, clock.instant(), sums.find(period), solvency.cover());
  }
}
