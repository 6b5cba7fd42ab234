package dev.agora.accounts.alert;

import dev.agora.accounts.alert.AlertDelivery.Channel;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.money.Credits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that an owner is told something, and on which ways; sent after the transaction. */
@Service
class TellOwner {

  private final JdbcAlerts alerts;
  private final JdbcAlertDeliveries deliveries;
  private final AlertMails mails;
  private final JdbcHumans humans;
  private final Supplier<UUID> newIds;
  private final MeterRegistry meters;

  TellOwner(
      JdbcAlerts alerts,
      JdbcAlertDeliveries deliveries,
      AlertMails mails,
      JdbcHumans humans,
      Supplier<UUID> newIds,
      MeterRegistry meters) {
    this.alerts = alerts;
    this.deliveries = deliveries;
    this.mails = mails;
    this.humans = humans;
    this.newIds = newIds;
    this.meters = meters;
  }

  /** Of a figure that crossed a rule's threshold, or as if it had. */
  @Transactional
  public Alert tell(AlertRule rule, Credits figure, boolean test, Instant at) {
    HumanId human = rule.human();
    Alert alert =
        new Alert(
            "alt_" + newIds.get().toString().replace("-", ""),
            rule.id(),
            human,
            rule.agent(),
            rule.kind(),
            rule.threshold(),
            figure,
            test,
            at);
    alerts.add(alert);
    if (rule.byWebhook()) {
      deliveries.begin(alert.id(), Channel.WEBHOOK);
    }
    if (rule.byMail()) {
      deliveries.begin(alert.id(), Channel.MAIL);
      humans
          .find(human)
          .ifPresent(reader -> mails.alert(JdbcHumans.key(reader.email()), alert.id()));
    }
    meters
        .counter("agora.accounts.alerts", "kind", rule.kind().name(), "test", String.valueOf(test))
        .increment();
    return alert;
  }
}
