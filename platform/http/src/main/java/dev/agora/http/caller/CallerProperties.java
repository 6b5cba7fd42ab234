package dev.agora.http.caller;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway's internal tokens are checked.
 *
 * @param jwksUrl where the gateway publishes its public keys
 * @param audience that a token must name: this service
 * @param issuer that a token must name: the gateway
 * @param clockSkew that two machines may differ
 * @param lifetimeMax of a token that is still believed
 * @param jwksFresh how long fetched keys are used without asking again
 * @param jwksTimeout of connecting, and of reading the keys
 * @param jwksMinInterval between two fetches that unknown key ids cause
 * @param verifiedTokensMax how many verified tokens are remembered
 * @param stepUp for how long a password or a passkey that was shown opens what needs a fresh one
 */
@ConfigurationProperties("agora.http")
record CallerProperties(
    URI jwksUrl,
    String audience,
    @DefaultValue("agora-gateway") String issuer,
    @DefaultValue("5s") Duration clockSkew,
    @DefaultValue("60s") Duration lifetimeMax,
    @DefaultValue("5m") Duration jwksFresh,
    @DefaultValue("2s") Duration jwksTimeout,
    @DefaultValue("1s") Duration jwksMinInterval,
    @DefaultValue("10000") int verifiedTokensMax,
    @DefaultValue("5m") Duration stepUp) {

  CallerProperties {
    require(jwksUrl != null && jwksUrl.isAbsolute(), "jwks-url", "an absolute address");
    require(audience != null && !audience.isBlank(), "audience", "the name of this service");
    require(!clockSkew.isNegative(), "clock-skew", "zero or more");
    require(lifetimeMax.isPositive(), "lifetime-max", "above zero");
    require(jwksFresh.isPositive(), "jwks-fresh", "above zero");
    require(jwksTimeout.isPositive(), "jwks-timeout", "above zero");
    require(jwksMinInterval.isPositive(), "jwks-min-interval", "above zero");
    require(verifiedTokensMax > 0, "verified-tokens-max", "above zero");
    require(stepUp.isPositive(), "step-up", "above zero");
  }

  private static void require(boolean holds, String property, String range) {
    if (!holds) {
      throw new IllegalArgumentException("agora.http." + property + " must be " + range);
    }
  }
}
