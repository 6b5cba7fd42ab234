package dev.agora.gateway.authentication;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The internal tokens.
 *
 * @param signingKey a private P-256 key as a JWK; without it the gateway makes one when it starts,
 *     which several gateways side by side can not do
 * @param lifetime of a token, at most 60 s
 * @param reuseWhile a token still has this much life, callers get the same one again
 */
@ConfigurationProperties("agora.gateway.tokens")
record TokenProperties(
    @Nullable String signingKey,
    @DefaultValue("60s") Duration lifetime,
    @DefaultValue("20s") Duration reuseWhile) {

  /** Never the key. */
  @Override
  public String toString() {
    return "tokens of " + lifetime;
  }
}
