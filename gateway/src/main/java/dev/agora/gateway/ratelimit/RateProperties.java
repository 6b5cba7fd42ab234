package dev.agora.gateway.ratelimit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rates of each class. Reads and writes count per caller, sign-ins and webhooks per address.
 *
 * @param read requests that change nothing
 * @param write all others
 * @param signIn sign-up, sign-in and self-registration
 * @param webhook from Stripe
 * @param callersMax remembered at once; beyond it the ones idle longest start anew
 * @param shared where several gateways meet
 */
@ConfigurationProperties("agora.gateway.rates")
record RateProperties(
    @DefaultValue Read read,
    @DefaultValue Write write,
    @DefaultValue SignIn signIn,
    @DefaultValue Webhook webhook,
    @DefaultValue("200000") int callersMax,
    @DefaultValue Shared shared) {

  /**
   * The PostgreSQL database through which gateways share what they have let through.
   *
   * @param url of JDBC; without it each gateway counts alone
   * @param every how often they tell each other; so long each counts alone
   */
  record Shared(
      @Nullable String url,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("100ms") Duration every) {}

  /** A bucket: {@code burst} requests at once, {@code perSecond} sustained. */
  interface Rate {
    int burst();

    int perSecond();
  }

  record Read(@DefaultValue("400") int burst, @DefaultValue("200") int perSecond) implements Rate {}

  record Write(@DefaultValue("200") int burst, @DefaultValue("100") int perSecond)
      implements Rate {}

  record SignIn(@DefaultValue("100") int burst, @DefaultValue("2") int perSecond) implements Rate {}

  record Webhook(@DefaultValue("1000") int burst, @DefaultValue("500") int perSecond)
      implements Rate {}

  Rate of(RateClass rateClass) {
    return switch (rateClass) {
      case READ -> read;
      case WRITE -> write;
      case SIGN_IN -> signIn;
      case WEBHOOK -> webhook;
    };
  }
}
