package dev.agora.accounts.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How owners are told of alerts.
 *
 * @param rulesPerHumanMax rules of one human
 * @param testsPerMinuteMax test alerts of one human
 * @param sendEvery pause between two looks for webhooks to call
 * @param sendAtOnce webhooks called at the same time
 * @param attemptsMax calls of one webhook about one alert, until it is given up
 * @param pauseMin before the second call; doubles with each further one
 * @param pauseMax between two calls
 * @param keptFor how long the history is kept
 */
@ConfigurationProperties("agora.accounts.alerts")
record AlertProperties(
    @DefaultValue("100") int rulesPerHumanMax,
    @DefaultValue("5") int testsPerMinuteMax,
    @DefaultValue("1s") Duration sendEvery,
    @DefaultValue("16") int sendAtOnce,
    @DefaultValue("10") int attemptsMax,
    @DefaultValue("10s") Duration pauseMin,
    @DefaultValue("1h") Duration pauseMax,
    @DefaultValue("400d") Duration keptFor) {

  private static final int DOUBLINGS_MAX = 20;

  /** After so many calls. */
  Duration pauseAfter(int attempts) {
    Duration pause = pauseMin.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS_MAX));
    return pause.compareTo(pauseMax) > 0 ? pauseMax : pause;
  }
}
