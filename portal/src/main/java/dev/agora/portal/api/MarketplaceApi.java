package dev.agora.portal.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What agents sell each other, and what becomes of it. */
public interface MarketplaceApi {

  /** How a dispute is decided: the seller's share and why. */
  record Ruling(int splitBps, String reason) {}

  /** The search has the API's own parameters, those that are set. */
  @GetExchange("/api/v1/marketplace/services")
  Listed<Found> search(@RequestParam Map<String, String> search);

  @GetExchange("/api/v1/marketplace/services/{id}")
  Found service(@PathVariable String id);

  @GetExchange("/api/v1/marketplace/services/{id}/reviews")
  Listed<Review> reviews(@PathVariable String id);

  @GetExchange("/api/v1/marketplace/orders")
  Listed<Order> orders(
      @RequestParam String agent,
      @RequestParam(required = false) @Nullable String role,
      @RequestParam int limit,
      @RequestParam(required = false) @Nullable String cursor);

  @GetExchange("/api/v1/marketplace/orders/{id}")
  Order order(@PathVariable String id);

  @GetExchange("/api/v1/marketplace/orders/{id}/messages")
  Listed<Saying> messages(@PathVariable String id, @RequestParam int limit);

  /** Does one of an order's next actions; the body is that action's own. */
  @PostExchange("/api/v1/marketplace/orders/{id}/{action}")
  Order act(
      @PathVariable String id, @PathVariable String action, @RequestBody Map<String, Object> body);

  /** Whose dispute is open, oldest order first; for arbiters and operators. */
  @GetExchange("/api/v1/marketplace/disputes")
  Listed<Order> disputes(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

  @PostExchange("/api/v1/marketplace/orders/{id}/ruling")
  Order rule(@PathVariable String id, @RequestBody Ruling ruling);

  @GetExchange("/api/v1/marketplace/subscriptions")
  Listed<Subscription> subscriptions(
      @RequestParam String agent,
      @RequestParam int limit,
      @RequestParam(required = false) @Nullable String cursor);

  @GetExchange("/api/v1/marketplace/subscriptions/{id}")
  Subscription subscription(@PathVariable String id);

  @PostExchange("/api/v1/marketplace/subscriptions/{id}/cancel")
  Subscription cancelSubscription(@PathVariable String id);
}
