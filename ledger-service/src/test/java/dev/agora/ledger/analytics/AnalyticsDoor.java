package dev.agora.ledger.analytics;

import dev.agora.ledger.account.OwnerId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets tests in other packages drive the summary. */
public final class AnalyticsDoor {

  private final JdbcSummary summary;
  private final AgentAnalytics agents;
  private final PlatformTransactionManager manager;
  private final JdbcClient jdbc;

  public AnalyticsDoor(BeanFactory beans) {
    this.summary = beans.getBean(JdbcSummary.class);
    this.agents = beans.getBean(AgentAnalytics.class);
    this.manager = beans.getBean(PlatformTransactionManager.class);
    this.jdbc = beans.getBean(JdbcClient.class);
  }

  /** Adds one page; agents with fewer new entries than the tail are left for later. */
  public void addPage(int page, int tail) {
    summary.addPage(page, tail);
  }

  /** Adds pages until every batch was looked at. */
  public void addAll() {
    while (missingBatches() > 0) {
      summary.addPage(1_000, 1);
    }
  }

  /** Asks what that owner's agents spent, within the transaction at hand. */
  public void answer(OwnerId owner) {
    ask(owner);
  }

  /** By how much the totals differ from the sum of the entries, on one snapshot of both. */
  public long difference(OwnerId owner) {
    TransactionTemplate snapshot = new TransactionTemplate(manager);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return Objects.requireNonNull(
        snapshot.execute(
            status ->
                ask(owner).totals().change().micros()
                    - jdbc.sql(
                            """
                            SELECT coalesce(sum(units), 0) FROM entry JOIN wallet ON wallet.id = holder_id
                            WHERE owner_id = ?
                            """)
                        .param(owner.value())
                        .query(Long.class)
                        .single()));
  }

  private AgentAnalytics.Answer ask(OwnerId owner) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Period period = new Period(today.minusDays(29), today);
    Question question =
        new Question(owner, null, Flow.SPENDING, period, List.of(Dimension.values()));
    return agents.answer(question, List.of(), 100);
  }

  public long missingBatches() {
    return jdbc.sql(
            """
            SELECT coalesce(sum(chain.position - summarised_chain.position), 0)
            FROM chain JOIN summarised_chain ON chain = number
            """)
        .query(Long.class)
        .single();
  }
}
