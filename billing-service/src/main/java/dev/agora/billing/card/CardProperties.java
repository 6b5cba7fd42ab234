package dev.agora.billing.card;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cards are taken in and looked after.
 *
 * @param setupLifetime how long a card can be typed in; Stripe takes 30 minutes to 24 hours
 * @param checkInterval between two looks at one that is on its way
 * @param checkBatch cards looked at in one round
 * @param perHumanMax cards that one person may keep, those on their way included
 */
@ConfigurationProperties("agora.billing.card")
record CardProperties(
    @DefaultValue("23h") Duration setupLifetime,
    @DefaultValue("15s") Duration checkInterval,
    @DefaultValue("100") int checkBatch,
    @DefaultValue("20") int perHumanMax) {

  CardProperties {
    if (setupLifetime.compareTo(Duration.ofMinutes(31)) < 0
        || setupLifetime.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException(
          "agora.billing.card.setup-lifetime must be between 31 minutes and 24 hours, not "
              + setupLifetime);
    }
  }
}
