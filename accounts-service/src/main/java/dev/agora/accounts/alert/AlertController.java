package dev.agora.accounts.alert;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.human.HumanId;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an owner was told, and trying it out. */
@RestController
class AlertController {

  private static final String A_MINUTE = "60";

  private final JdbcAlerts alerts;
  private final JdbcAlertDeliveries deliveries;
  private final SendTestAlert sendTestAlert;

  AlertController(JdbcAlerts alerts, JdbcAlertDeliveries deliveries, SendTestAlert sendTestAlert) {
    this.alerts = alerts;
    this.deliveries = deliveries;
    this.sendTestAlert = sendTestAlert;
  }

  record DeliveryResponse(
      String channel, String status, int attempts, @Nullable String outcome, Instant updatedAt) {

    static DeliveryResponse of(AlertDelivery delivery) {
      return new DeliveryResponse(
          delivery.channel().name(),
          delivery.status().name(),
          delivery.attempts(),
          delivery.outcome(),
          delivery.updatedAt());
    }
  }

  /**
   * An alert.
   *
   * @param figure what crossed the threshold
   */
  record AlertResponse(
      String id,
      String rule,
      String agent,
      AlertKind kind,
      Credits threshold,
      Credits figure,
      boolean test,
      Instant at,
      List<DeliveryResponse> deliveries) {

    static AlertResponse of(Alert alert, List<AlertDelivery> deliveries) {
      return new AlertResponse(
          alert.id(),
          alert.rule(),
          alert.agent().value(),
          alert.kind(),
          alert.threshold(),
          alert.figure(),
          alert.test(),
          alert.at(),
          deliveries.stream().map(DeliveryResponse::of).toList());
    }
  }

  @GetMapping("/api/v1/alerts")
  @AllowedTo(Role.HUMAN)
  Page<AlertResponse> list(Caller caller, PageRequest page) {
    List<Alert> found = alerts.page(new HumanId(caller.id()), page.after(), page.fetchLimit());
    Map<String, List<AlertDelivery>> ways = deliveries.of(found.stream().map(Alert::id).toList());
    List<AlertResponse> fetched =
        found.stream()
            .map(alert -> AlertResponse.of(alert, ways.getOrDefault(alert.id(), List.of())))
            .toList();
    return page.pageOf(fetched, AlertResponse::id);
  }

  @PostMapping("/api/v1/alerts/rules/{id}/test")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> test(Caller caller, @PathVariable String id) {
    return switch (sendTestAlert.send(new HumanId(caller.id()), id)) {
      case SendTestAlert.Result.Told(Alert alert) ->
          ResponseEntity.status(HttpStatus.ACCEPTED)
              .body(
                  AlertResponse.of(
                      alert,
                      deliveries.of(List.of(alert.id())).getOrDefault(alert.id(), List.of())));
      case SendTestAlert.Result.NoSuchRule() ->
          Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such rule of yours."));
      case SendTestAlert.Result.TooMany(int perMinute) -> tooMany(perMinute);
    };
  }

  private static ResponseEntity<?> tooMany(int perMinute) {
    ResponseEntity<?> answer =
        Problems.answer(
            Problem.of(
                AccountsProblem.TOO_MANY_TEST_ALERTS,
                "One may try it out " + perMinute + " times a minute."));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .headers(headers -> headers.set(HttpHeaders.RETRY_AFTER, A_MINUTE))
        .body(answer.getBody());
  }
}
