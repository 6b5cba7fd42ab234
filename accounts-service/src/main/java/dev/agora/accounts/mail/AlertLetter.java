package dev.agora.accounts.mail;

import dev.agora.accounts.agent.Agent;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.alert.Alert;
import dev.agora.accounts.alert.JdbcAlerts;
import dev.agora.accounts.human.Human;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells an owner of an alert. */
@Service
class AlertLetter {

  private final JdbcAlerts alerts;
  private final JdbcAgents agents;

  AlertLetter(JdbcAlerts alerts, JdbcAgents agents) {
    this.alerts = alerts;
    this.agents = agents;
  }

  /** Empty if the alert is forgotten. */
  Optional<Letter> write(String alertId, Human human) {
    return alerts.find(alertId).map(alert -> write(alert, human));
  }

  private Letter write(Alert alert, Human human) {
    String agent = agents.find(alert.agent()).map(Agent::name).orElse(alert.agent().value());
    String text =
        """
        Your agent at Agora: %s

        %s

        %s
        You set this rule under Alerts, and can change or remove it there.
        """
            .formatted(agent, crossed(alert), next(alert));
    String note =
        alert.test() ? "This only tries out how alerts come: nothing was crossed.\n\n" : "";
    return new Letter(human.email(), subject(alert), note + text);
  }

  private static String subject(Alert alert) {
    String subject =
        switch (alert.kind()) {
          case LOW_BALANCE -> "An agent of yours has few credits left";
          case SPENT_TODAY -> "An agent of yours has spent much today";
          case SPENT_THIS_MONTH -> "An agent of yours has spent much this month";
        };
    return alert.test() ? "Test: " + subject : subject;
  }

  private static String crossed(Alert alert) {
    String figure = alert.figure().toString();
    String threshold = alert.threshold().toString();
    return switch (alert.kind()) {
      case LOW_BALANCE ->
          "It may spend %s credits now, which is less than %s.".formatted(figure, threshold);
      case SPENT_TODAY ->
          "It has spent %s credits today (UTC): %s or more.".formatted(figure, threshold);
      case SPENT_THIS_MONTH ->
          "It has spent %s credits this month (UTC): %s or more.".formatted(figure, threshold);
    };
  }

  private static String next(Alert alert) {
    return switch (alert.kind()) {
      case LOW_BALANCE ->
          "You are told once. The next mail comes if the balance has been a tenth above that, and falls again.";
      case SPENT_TODAY -> "You are told once a day. Nothing was stopped: limits do that.";
      case SPENT_THIS_MONTH -> "You are told once a month. Nothing was stopped: limits do that.";
    };
  }
}
