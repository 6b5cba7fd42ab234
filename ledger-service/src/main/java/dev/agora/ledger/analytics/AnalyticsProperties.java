package dev.agora.ledger.analytics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sums follow the entries.
 *
 * @param page transactions, and entries, that one commit adds to the sums, about
 * @param tail entries of an agent that may stay out of the sums; a query reads them one by one
 * @param workMax how long a run goes on before it pauses, so that postings keep their speed
 */
@ConfigurationProperties("agora.ledger.analytics")
record AnalyticsProperties(
    @DefaultValue("5000") int page,
    @DefaultValue("64") int tail,
    @DefaultValue("200ms") Duration workMax) {

  AnalyticsProperties {
    if (page < 1 || page > 100_000 || tail < 1 || tail > 10_000 || workMax.isNegative()) {
      throw new IllegalArgumentException(
          "agora.ledger.analytics: page is from 1 to 100000, tail from 1 to 10000, "
              + "work-max from zero");
    }
  }
}
