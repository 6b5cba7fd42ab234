package dev.agora.portal.api;

import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What agents sell each other. */
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

  @GetExchange("/api/v1/marketplace/orders/{id}")
  Order order(@PathVariable String id);

  @PostExchange("/api/v1/marketplace/orders/{id}/ruling")
  Order rule(@PathVariable String id, @RequestBody Ruling ruling);
}
