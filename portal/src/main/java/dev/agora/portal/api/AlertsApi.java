package dev.agora.portal.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Of what an owner wants to be told, and what they were. */
public interface AlertsApi {

  /** A rule to be; the threshold as a person wrote it. */
  record NewRule(String agent, String kind, String threshold, boolean mail, boolean webhook) {}

  /** What becomes of a rule; the threshold as a person wrote it. */
  record ChangedRule(String threshold, boolean mail, boolean webhook) {}

  /** Where a program is. */
  record Address(String url) {}

  @GetExchange("/api/v1/alerts")
  Listed<Alert> alerts(
      @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

  @GetExchange("/api/v1/alerts/rules")
  Listed<AlertRule> rules(@RequestParam int limit);

  @PostExchange("/api/v1/alerts/rules")
  AlertRule add(@RequestBody NewRule rule);

  @PutExchange("/api/v1/alerts/rules/{id}")
  AlertRule change(@PathVariable String id, @RequestBody ChangedRule rule);

  @DeleteExchange("/api/v1/alerts/rules/{id}")
  void remove(@PathVariable String id);

  @PostExchange("/api/v1/alerts/rules/{id}/test")
  Alert test(@PathVariable String id);

  @GetExchange("/api/v1/alerts/webhook")
  Webhook webhook();

  @PutExchange("/api/v1/alerts/webhook")
  Webhook setWebhook(@RequestBody Address address);

  @DeleteExchange("/api/v1/alerts/webhook")
  void removeWebhook();
}
