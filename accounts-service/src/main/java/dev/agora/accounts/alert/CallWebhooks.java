package dev.agora.accounts.alert;

import dev.agora.accounts.agent.Agent;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.alert.AlertDelivery.Channel;
import dev.agora.accounts.alert.AlertDelivery.Status;
import dev.agora.accounts.alert.JdbcAlertDeliveries.Due;
import dev.agora.accounts.webhook.CallResult;
import dev.agora.accounts.webhook.CallWebhook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the webhooks that are due, some at once, each again and again with growing pauses until it
 * takes the alert or is given up. A crash after a webhook has taken an alert calls it again; the
 * alert's id is the same.
 */
@Service
class CallWebhooks {

  /** Longer than a call can take. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final JdbcAlertDeliveries deliveries;
  private final JdbcAlerts alerts;
  private final JdbcAgents agents;
  private final CallWebhook callWebhook;
  private final AlertProperties properties;
  private final JsonMapper json;
  private final MeterRegistry meters;

  CallWebhooks(
      JdbcAlertDeliveries deliveries,
      JdbcAlerts alerts,
      JdbcAgents agents,
      CallWebhook callWebhook,
      AlertProperties properties,
      JsonMapper json,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.alerts = alerts;
    this.agents = agents;
    this.callWebhook = callWebhook;
    this.properties = properties;
    this.json = json;
    this.meters = meters;
  }

  /** Those that are due now; returns when all of them are called. */
  void callDue() {
    List<Due> due = deliveries.takeWebhooks(properties.sendAtOnce(), LEASE);
    if (!due.isEmpty()) {
      try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
        due.forEach(one -> calls.execute(() -> call(one)));
      }
    }
  }

  private void call(Due due) {
    alerts.find(due.alert()).ifPresent(alert -> note(due, call(alert)));
  }

  private CallResult call(Alert alert) {
    String name = agents.find(alert.agent()).map(Agent::name).orElse("");
    byte[] body = json.writeValueAsBytes(AlertBody.of(alert, name));
    return callWebhook.call(alert.human(), alert.id(), body);
  }

  private void note(Due due, CallResult result) {
    String outcome =
        switch (result) {
          case CallResult.Taken taken -> {
            deliveries.end(due.alert(), Channel.WEBHOOK, Status.DELIVERED, taken.words());
            yield "taken";
          }
          case CallResult.Nobody nobody -> {
            deliveries.end(due.alert(), Channel.WEBHOOK, Status.GIVEN_UP, nobody.words());
            yield "given-up";
          }
          case CallResult.NotTaken not -> notTaken(due, not.words());
        };
    meters.counter("agora.accounts.webhook.calls", "outcome", outcome).increment();
  }

  private String notTaken(Due due, String why) {
    if (due.attempts() >= properties.attemptsMax()) {
      deliveries.end(due.alert(), Channel.WEBHOOK, Status.GIVEN_UP, why);
      return "given-up";
    }
    deliveries.postpone(due.alert(), Channel.WEBHOOK, why, properties.pauseAfter(due.attempts()));
    return "postponed";
  }
}
