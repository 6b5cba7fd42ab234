package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.JdbcTerms;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Orders in tables {@code market_order}, {@code dispute}, {@code order_timer}, {@code order_event}.
 */
@Repository
class JdbcOrders implements Orders {

  private final JdbcClient jdbc;

  JdbcOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return jdbc.sql(JdbcOrderRow.SELECT + " WHERE id = ?")
        .param(id.value())
        .query((row, number) -> JdbcOrderRow.read(row))
        .optional();
  }

  @Override
  public Optional<Order> lock(OrderId id) {
    return lock(id, "FOR UPDATE");
  }

  @Override
  public Optional<Order> lockIfFree(OrderId id) {
    return lock(id, "FOR UPDATE SKIP LOCKED");
  }

  // Two statements: one that waits for a lock sees the locked row anew, but what it joins with as
  // it was before the wait.
  private Optional<Order> lock(OrderId id, String how) {
    return jdbc.sql("SELECT id FROM market_order WHERE id = ? " + how)
        .param(id.value())
        .query(String.class)
        .optional()
        .flatMap(locked -> find(id));
  }

  @Override
  public void add(Order order) {
    Deal deal = order.deal();
    jdbc.sql(
            """
            INSERT INTO market_order (id, service_id, buyer, seller, hold_id, %s, fee_bps, input,
                created_at, state, revisions_used, buyer_reviewed, seller_reviewed, version,
                updated_at)
            VALUES (:id, :service, :buyer, :seller, :hold, %s, :feeBps, CAST(:input AS jsonb),
                :at, :state, 0, false, false, :version, :at)
            """
                .formatted(JdbcTerms.COLUMNS, JdbcTerms.VALUES))
        .params(JdbcTerms.parameters(deal.terms()))
        .param("id", order.id().value())
        .param("service", deal.service().value())
        .param("buyer", deal.buyer().value())
        .param("seller", deal.seller().value())
        .param("hold", deal.holdId())
        .param("feeBps", deal.fee().basisPoints())
        .param("input", deal.input())
        .param("at", deal.at().atOffset(ZoneOffset.UTC))
        .param("state", order.state().name())
        .param("version", order.version())
        .update();
    setTimers(order);
  }

  @Override
  public void update(Order order, OrderEvent event, Party by) {
    int updated =
        jdbc.sql(
                """
                UPDATE market_order
                SET (%s) = (%s)
                WHERE id = :id AND version = :version - 1
                """
                    .formatted(JdbcOrderRow.CHANGING_COLUMNS, JdbcOrderRow.CHANGING_VALUES))
            .params(JdbcOrderRow.changing(order))
            .update();
    if (updated != 1) {
      throw new IllegalStateException(order.id() + " was changed without being locked");
    }
    Dispute dispute = order.progress().dispute();
    if (dispute != null) {
      store(order.id(), dispute);
    }
    setTimers(order);
    remember(order, event, by);
  }

  private void store(OrderId id, Dispute dispute) {
    jdbc.sql(
            """
            INSERT INTO dispute (order_id, %1$s) VALUES (:id, %2$s)
            ON CONFLICT (order_id) DO UPDATE SET (%1$s) = (%2$s)
            """
                .formatted(JdbcOrderRow.DISPUTE_COLUMNS, JdbcOrderRow.DISPUTE_VALUES))
        .params(JdbcOrderRow.dispute(dispute))
        .param("id", id.value())
        .update();
  }

  private void setTimers(Order order) {
    jdbc.sql("DELETE FROM order_timer WHERE order_id = ?").param(order.id().value()).update();
    for (Map.Entry<Verb, Instant> timer : order.timers().entrySet()) {
      jdbc.sql("INSERT INTO order_timer (order_id, verb, due_at) VALUES (?, ?, ?)")
          .param(order.id().value())
          .param(timer.getKey().name())
          .param(timer.getValue().atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  private void remember(Order order, OrderEvent event, Party by) {
    jdbc.sql(
            """
            INSERT INTO order_event (order_id, version, verb, party, state, note, at)
            VALUES (:id, :version, :verb, :party, :state, :note, :at)
            """)
        .param("id", order.id().value())
        .param("version", order.version())
        .param("verb", event.verb().name())
        .param("party", by.name())
        .param("state", order.state().name())
        .param("note", event.note())
        .param("at", order.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<Order> of(AgentId agent, @Nullable Party side, @Nullable OrderId after, int limit) {
    String whose = side == null ? "(buyer = :agent OR seller = :agent)" : side.name() + " = :agent";
    String start = after == null ? "" : " AND id < :after";
    return jdbc.sql(
            JdbcOrderRow.SELECT + " WHERE " + whose + start + " ORDER BY id DESC LIMIT :limit")
        .param("agent", agent.value())
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query((row, number) -> JdbcOrderRow.read(row))
        .list();
  }

  @Override
  public List<Order> disputed(@Nullable OrderId after, int limit) {
    return jdbc.sql(
            JdbcOrderRow.SELECT
                + " WHERE state = 'DISPUTED' AND id > :after ORDER BY id LIMIT :limit")
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query((row, number) -> JdbcOrderRow.read(row))
        .list();
  }

  @Override
  public long countOverdueRulings() {
    return jdbc.sql(
            """
            SELECT count(*) FROM market_order
            WHERE state = 'DISPUTED' AND NOT EXISTS (
              SELECT FROM order_timer
              WHERE order_id = market_order.id AND verb IN ('ANSWER_LAPSES', 'RULING_LAPSES'))
            """)
        .query(Long.class)
        .single();
  }

  @Override
  public List<OrderId> due(Instant by, int limit) {
    return jdbc.sql(
            """
            SELECT order_id FROM order_timer WHERE due_at <= :by
            GROUP BY order_id ORDER BY min(due_at) LIMIT :limit
            """)
        .param("by", by.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, number) -> new OrderId(row.getString("order_id")))
        .list();
  }
}
