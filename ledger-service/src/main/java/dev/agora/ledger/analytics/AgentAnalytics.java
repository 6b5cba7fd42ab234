package dev.agora.ledger.analytics;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers what agents spent and earned, on one snapshot. */
@Service
class AgentAnalytics {

  /** One page of sums, and what all of them are part of. */
  record Answer(List<Sum> sums, Totals totals) {}

  private final JdbcPlans plans;
  private final JdbcAgentSums sums;

  AgentAnalytics(JdbcPlans plans, JdbcAgentSums sums) {
    this.plans = plans;
    this.sums = sums;
  }

  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true, timeout = 10)
  Answer answer(Question question, List<String> after, int limit) {
    plans.lookUp();
    return new Answer(sums.find(question, after, limit), sums.totals(question));
  }
}
