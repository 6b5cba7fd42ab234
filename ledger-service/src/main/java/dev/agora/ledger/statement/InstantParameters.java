package dev.agora.ledger.statement;

import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Instants in queries: those of ISO 8601's four-digit years, which the database knows, too. */
@Configuration(proxyBeanMethods = false)
class InstantParameters implements WebMvcConfigurer {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Instant.class, InstantParameters::parse);
  }

  private static Instant parse(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException("beyond the years 1 to 9999");
    }
    return instant;
  }
}
