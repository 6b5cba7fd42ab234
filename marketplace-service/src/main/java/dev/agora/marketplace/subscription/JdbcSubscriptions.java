package dev.agora.marketplace.subscription;

import dev.agora.agents.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscriptions in tables {@code subscription} and {@code subscription_period}. */
@Repository
class JdbcSubscriptions implements Subscriptions {

  private final JdbcClient jdbc;

  JdbcSubscriptions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Subscription> find(SubscriptionId id) {
    return jdbc.sql(JdbcSubscriptionRow.SELECT + " WHERE id = ?")
        .param(id.value())
        .query((row, number) -> JdbcSubscriptionRow.read(row))
        .optional();
  }

  @Override
  public Optional<Subscription> lock(SubscriptionId id) {
    return lock(id, "FOR UPDATE");
  }

  @Override
  public Optional<Subscription> lockIfFree(SubscriptionId id) {
    return lock(id, "FOR UPDATE SKIP LOCKED");
  }

  // Two statements: one that waits for a lock sees the locked row anew, but what it joins with as
  // it was before the wait.
  private Optional<Subscription> lock(SubscriptionId id, String how) {
    return jdbc.sql("SELECT id FROM subscription WHERE id = ? " + how)
        .param(id.value())
        .query(String.class)
        .optional()
        .flatMap(locked -> find(id));
  }

  @Override
  public boolean add(Subscription subscription) {
    Plan plan = subscription.plan();
    int added =
        jdbc.sql(
                """
                INSERT INTO subscription (id, service_id, buyer, seller, input, started_at, %s)
                VALUES (:id, :service, :buyer, :seller, CAST(:input AS jsonb), :startedAt, %s)
                ON CONFLICT (buyer, service_id)
                  WHERE state IN ('PENDING', 'ACTIVE', 'PAST_DUE') DO NOTHING
                """
                    .formatted(
                        JdbcSubscriptionRow.CHANGING_COLUMNS, JdbcSubscriptionRow.CHANGING_VALUES))
            .params(JdbcSubscriptionRow.changing(subscription))
            .param("service", plan.service().value())
            .param("buyer", plan.buyer().value())
            .param("seller", plan.seller().value())
            .param("input", plan.input())
            .param("startedAt", JdbcSubscriptionRow.utc(plan.startedAt()))
            .update();
    if (added == 1) {
      store(subscription.id(), subscription.period());
    }
    return added == 1;
  }

  @Override
  public void update(Subscription subscription) {
    int updated =
        jdbc.sql(
                """
                UPDATE subscription SET (%s) = (%s)
                WHERE id = :id AND version = :version - 1
                """
                    .formatted(
                        JdbcSubscriptionRow.CHANGING_COLUMNS, JdbcSubscriptionRow.CHANGING_VALUES))
            .params(JdbcSubscriptionRow.changing(subscription))
            .update();
    if (updated != 1) {
      throw new IllegalStateException(subscription.id() + " was changed without being locked");
    }
    store(subscription.id(), subscription.period());
  }

  private void store(SubscriptionId id, Period period) {
    jdbc.sql(
            """
            INSERT INTO subscription_period (%1$s) VALUES (%2$s)
            ON CONFLICT (period_id) DO UPDATE SET (%1$s) = (%2$s)
            """
                .formatted(JdbcSubscriptionRow.PERIOD_COLUMNS, JdbcSubscriptionRow.PERIOD_VALUES))
        .params(JdbcSubscriptionRow.period(id, period))
        .update();
  }

  @Override
  public List<Period> periods(SubscriptionId id, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM subscription_period
            WHERE subscription_id = ? ORDER BY number DESC LIMIT ?
            """)
        .param(id.value())
        .param(limit)
        .query((row, number) -> JdbcSubscriptionRow.readPeriod(row))
        .list();
  }

  @Override
  public List<Subscription> of(
      AgentId agent, @Nullable Side side, @Nullable SubscriptionId after, int limit) {
    String whose = side == null ? "(buyer = :agent OR seller = :agent)" : side.name() + " = :agent";
    String start = after == null ? "" : " AND id < :after";
    return jdbc.sql(
            JdbcSubscriptionRow.SELECT
                + " WHERE "
                + whose
                + start
                + " ORDER BY id DESC LIMIT :limit")
        .param("agent", agent.value())
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query((row, number) -> JdbcSubscriptionRow.read(row))
        .list();
  }

  @Override
  public List<SubscriptionId> due(Instant by, int limit) {
    return jdbc.sql("SELECT id FROM subscription WHERE due_at <= ? ORDER BY due_at LIMIT ?")
        .param(JdbcSubscriptionRow.utc(by))
        .param(limit)
        .query((row, number) -> new SubscriptionId(row.getString("id")))
        .list();
  }
}
