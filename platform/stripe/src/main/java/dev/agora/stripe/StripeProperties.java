package dev.agora.stripe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Stripe, and the limits on doing so.
 *
 * @param apiKey secret or restricted key; its prefix says whether money is real
 * @param apiBase where a stand-in listens; absent, the real Stripe
 * @param connectTimeout for opening a connection
 * @param readTimeout for each read of an answer
 * @param networkRetries how often the client itself repeats, with the same key and bytes
 * @param repetitions of a call that Stripe was too busy for (429) or whose connection failed, with
 *     the same key and bytes, as far as the time limit lets
 * @param repetitionPause before the first of them; doubles with each
 * @param timeLimit for a call as a whole, repetitions included
 * @param concurrentCalls at once; more wait up to {@code queueTime}, then fail
 * @param queueTime how long a call waits for its turn
 * @param breakerFailurePercent of the last {@code breakerWindow} calls that opens the breaker
 * @param breakerWindow calls that the breaker looks back on
 * @param breakerPause how long an open breaker lets nothing through
 */
@ConfigurationProperties("agora.stripe")
record StripeProperties(
    String apiKey,
    @Nullable String apiBase,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("1") int networkRetries,
    @DefaultValue("3") int repetitions,
    @DefaultValue("250ms") Duration repetitionPause,
    @DefaultValue("25s") Duration timeLimit,
    @DefaultValue("64") int concurrentCalls,
    @DefaultValue("2s") Duration queueTime,
    @DefaultValue("50") float breakerFailurePercent,
    @DefaultValue("20") int breakerWindow,
    @DefaultValue("5s") Duration breakerPause) {

  StripeProperties {
    if (!apiKey.matches("(sk|rk)_(test|live)_.+")) {
      throw new IllegalArgumentException(
          "agora.stripe.api-key (STRIPE_API_KEY) must start with sk_test_, rk_test_, sk_live_ or"
              + " rk_live_");
    }
  }

  boolean isLive() {
    return apiKey.startsWith("sk_live_") || apiKey.startsWith("rk_live_");
  }

  /** The base that a stand-in listens at; null, which is the client's default, for an empty one. */
  @Nullable String standInBase() {
    return apiBase == null || apiBase.isBlank() ? null : apiBase;
  }

  /** Without the key, which must not reach a log. */
  @Override
  public String toString() {
    return "StripeProperties[apiBase=" + apiBase + ", live=" + isLive() + "]";
  }
}
