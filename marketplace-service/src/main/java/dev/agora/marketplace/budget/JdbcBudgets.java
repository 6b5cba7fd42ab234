package dev.agora.marketplace.budget;

import dev.agora.agents.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Budgets in tables {@code budget} and {@code budget_use}. */
@Repository
class JdbcBudgets implements Budgets {

  private final JdbcClient jdbc;

  JdbcBudgets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Budget> find(BudgetId id) {
    return select(id, "");
  }

  @Override
  public Optional<Budget> lock(BudgetId id) {
    return select(id, " FOR UPDATE");
  }

  private Optional<Budget> select(BudgetId id, String lock) {
    return jdbc.sql("SELECT * FROM budget WHERE id = ?" + lock)
        .param(id.value())
        .query((row, number) -> JdbcBudgetRow.read(row))
        .optional();
  }

  @Override
  public void add(Budget budget) {
    jdbc.sql(
            """
            INSERT INTO budget (id, service_id, title, buyer, seller, amount, price, fee_bps,
              hold_id, created_at, expires_at, %s)
            VALUES (:id, :service, :title, :buyer, :seller, :amount, :price, :feeBps,
              :hold, :createdAt, :expiresAt, %s)
            """
                .formatted(JdbcBudgetRow.CHANGING_COLUMNS, JdbcBudgetRow.CHANGING_VALUES))
        .params(JdbcBudgetRow.fixed(budget.plan()))
        .params(JdbcBudgetRow.changing(budget))
        .update();
  }

  @Override
  public void update(Budget budget) {
    int updated =
        jdbc.sql(
                "UPDATE budget SET (%s) = (%s) WHERE id = :id AND version = :version - 1"
                    .formatted(JdbcBudgetRow.CHANGING_COLUMNS, JdbcBudgetRow.CHANGING_VALUES))
            .params(JdbcBudgetRow.changing(budget))
            .update();
    if (updated != 1) {
      throw new IllegalStateException(budget.id() + " was changed without being locked");
    }
  }

  @Override
  public List<Budget> of(AgentId agent, @Nullable BudgetId after, int limit) {
    String start = after == null ? "" : " AND id < :after";
    return jdbc.sql(
            "SELECT * FROM budget WHERE (buyer = :agent OR seller = :agent)"
                + start
                + " ORDER BY id DESC LIMIT :limit")
        .param("agent", agent.value())
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query((row, number) -> JdbcBudgetRow.read(row))
        .list();
  }

  @Override
  public List<BudgetId> due(Instant by, int limit) {
    return jdbc.sql(
            """
            SELECT id FROM budget WHERE state = 'OPEN' AND expires_at <= ?
            ORDER BY expires_at LIMIT ?
            """)
        .param(JdbcBudgetRow.utc(by))
        .param(limit)
        .query((row, number) -> new BudgetId(row.getString("id")))
        .list();
  }

  @Override
  public int countUses(BudgetId id) {
    return jdbc.sql("SELECT coalesce(max(number), 0) FROM budget_use WHERE budget_id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  @Override
  public boolean addUse(BudgetId id, Use use) {
    return jdbc.sql(
                """
                INSERT INTO budget_use (budget_id, number, reference, calls, amount, at)
                VALUES (:budget, :number, :reference, :calls, :amount, :at)
                ON CONFLICT (budget_id, reference) DO NOTHING
                """)
            .param("budget", id.value())
            .param("number", use.number())
            .param("reference", use.reference())
            .param("calls", use.calls())
            .param("amount", use.amount().micros())
            .param("at", JdbcBudgetRow.utc(use.at()))
            .update()
        == 1;
  }

  @Override
  public void addCapture(Budget budget, Budget.Uses uses) {
    Budget.Captures captures = budget.captures();
    jdbc.sql(
            """
            INSERT INTO budget_capture (budget_id, number, first_use, last_use, amount, asked_at)
            VALUES (:budget, :number, :first, :last, :amount, :at)
            """)
        .param("budget", budget.id().value())
        .param("number", captures.number())
        .param("first", uses.first())
        .param("last", uses.last())
        .param("amount", captures.total().minus(captures.paid()).micros())
        .param("at", JdbcBudgetRow.utc(budget.updatedAt()))
        .update();
  }

  @Override
  public List<Use> uses(BudgetId id, int after, int limit) {
    return jdbc.sql(
            """
            SELECT budget_use.*, paying.first_use, paying.last_use
            FROM budget_use
            LEFT JOIN LATERAL (
              SELECT * FROM budget_capture
              WHERE budget_id = budget_use.budget_id AND last_use >= budget_use.number
              ORDER BY last_use LIMIT 1) AS paying ON TRUE
            WHERE budget_use.budget_id = ? AND budget_use.number > ?
            ORDER BY budget_use.number LIMIT ?
            """)
        .param(id.value())
        .param(after)
        .param(limit)
        .query((row, number) -> JdbcBudgetRow.readUse(row))
        .list();
  }
}
