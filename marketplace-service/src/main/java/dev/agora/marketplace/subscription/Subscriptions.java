package dev.agora.marketplace.subscription;

import dev.agora.agents.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All subscriptions. */
public interface Subscriptions {

  /** The sides on which an agent can stand. */
  enum Side {
    BUYER,
    SELLER
  }

  Optional<Subscription> find(SubscriptionId id);

  /** Finds and locks until the transaction ends, waiting for whoever holds it. */
  Optional<Subscription> lock(SubscriptionId id);

  /** The same, but empty at once if somebody else holds it. */
  Optional<Subscription> lockIfFree(SubscriptionId id);

  /**
   * Adds a new one.
   *
   * @return false if the buyer has another one to that service that has not ended
   */
  boolean add(Subscription subscription);

  /** Stores a changed one, which must be locked. */
  void update(Subscription subscription);

  /** The months of a subscription, newest first. */
  List<Period> periods(SubscriptionId id, int limit);

  /**
   * The subscriptions of an agent, newest first.
   *
   * @param side on which it stands; null for both
   * @param after the one after which the stretch starts; null for the newest
   * @param limit at most
   */
  List<Subscription> of(
      AgentId agent, @Nullable Side side, @Nullable SubscriptionId after, int limit);

  /** Those for which the clock has something to do by then, longest overdue first. */
  List<SubscriptionId> due(Instant by, int limit);
}
