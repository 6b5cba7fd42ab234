package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All orders. */
public interface Orders {

  Optional<Order> find(OrderId id);

  /** Finds and locks until the transaction ends, waiting for whoever holds it. */
  Optional<Order> lock(OrderId id);

  /** The same, but empty at once if somebody else holds it. */
  Optional<Order> lockIfFree(OrderId id);

  void add(Order order);

  /**
   * Stores a changed order, which must be locked.
   *
   * @param event what changed it
   * @param by who caused it
   */
  void update(Order order, OrderEvent event, Party by);

  /**
   * The orders of an agent, newest first.
   *
   * @param side on which it stands; null for both
   * @param after the order after which the stretch starts; null for the newest
   * @param limit at most
   */
  List<Order> of(AgentId agent, @Nullable Party side, @Nullable OrderId after, int limit);

  /** Those whose dispute waits for a ruling or an answer, oldest order first, after a position. */
  List<Order> disputed(@Nullable OrderId after, int limit);

  /** How many disputes nobody has ruled in time. */
  long countOverdueRulings();

  /** Orders for which a timer ran out by then, longest overdue first. */
  List<OrderId> due(Instant by, int limit);
}
