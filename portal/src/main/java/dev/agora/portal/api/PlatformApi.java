package dev.agora.portal.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What waits for those who run the platform. */
public interface PlatformApi {

  /** Whether a reported review is hidden or kept. */
  record Decision(String decision) {}

  /** Whether a stopped conversion goes on, and why. */
  record Verdict(String verdict, String reason) {}

  @GetExchange("/api/v1/platform/{service}/sagas")
  Listed<Saga> sagas(
      @PathVariable String service,
      @RequestParam String status,
      @RequestParam int limit,
      @RequestParam(required = false) @Nullable String cursor);

  @GetExchange("/api/v1/platform/{service}/sagas/{id}")
  SagaDetail saga(@PathVariable String service, @PathVariable String id);

  /** Does {@code resume}, {@code skip} or {@code force-compensate}. */
  @PostExchange("/api/v1/platform/{service}/sagas/{id}/{action}")
  SagaDetail move(
      @PathVariable String service, @PathVariable String id, @PathVariable String action);

  @GetExchange("/api/v1/platform/{service}/dead-letters")
  Listed<DeadLetter> deadLetters(@PathVariable String service, @RequestParam int limit);

  @PostExchange("/api/v1/platform/{service}/dead-letters/{id}/replay")
  void replay(@PathVariable String service, @PathVariable String id);

  @GetExchange("/api/v1/marketplace/review-reports")
  Listed<ReviewReport> reviewReports(@RequestParam int limit);

  @PostExchange("/api/v1/marketplace/review-reports/{id}/decision")
  void decide(@PathVariable String id, @RequestBody Decision decision);

  @GetExchange("/api/v1/billing/reconciliation/differences")
  Listed<Difference> differences(@RequestParam int limit);

  @GetExchange("/api/v1/payouts/reviews")
  Listed<ConversionReview> conversionReviews(@RequestParam int limit);

  @PostExchange("/api/v1/payouts/reviews/{id}")
  Conversion decide(@PathVariable String id, @RequestBody Verdict verdict);
}
