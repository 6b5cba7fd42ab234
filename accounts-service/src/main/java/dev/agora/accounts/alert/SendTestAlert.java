package dev.agora.accounts.alert;

import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries out how an alert comes, without anything having been crossed. */
@Service
class SendTestAlert {

  /** What came of it. */
  sealed interface Result {

    record Told(Alert alert) implements Result {}

    record NoSuchRule() implements Result {}

    record TooMany(int perMinute) implements Result {}
  }

  private final JdbcAlertRules rules;
  private final JdbcAlerts alerts;
  private final JdbcHumans humans;
  private final TellOwner tellOwner;
  private final AlertProperties properties;
  private final Clock clock;

  SendTestAlert(
      JdbcAlertRules rules,
      JdbcAlerts alerts,
      JdbcHumans humans,
      TellOwner tellOwner,
      AlertProperties properties,
      Clock clock) {
    this.rules = rules;
    this.alerts = alerts;
    this.humans = humans;
    this.tellOwner = tellOwner;
    this.properties = properties;
    this.clock = clock;
  }

  @Transactional
  Result send(HumanId human, String ruleId) {
    Optional<AlertRule> rule = rules.lock(ruleId, human);
    // The human too, so that many at once are counted.
    if (rule.isEmpty() || humans.lock(human).isEmpty()) {
      return new Result.NoSuchRule();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (alerts.testsOf(human, now.minus(Duration.ofMinutes(1))) >= properties.testsPerMinuteMax()) {
      return new Result.TooMany(properties.testsPerMinuteMax());
    }
    return new Result.Told(tellOwner.tell(rule.get(), rule.get().threshold(), true, now));
  }
}
