package dev.agora.portal;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the portal is started with.
 *
 * @param gateway where the public API is
 * @param publicUrl the address that people see; https makes the session's cookie a secure one
 * @param key base64 of 32 bytes: the API's session tokens are kept encrypted under it
 * @param sourceKey by which the gateway knows the portal and believes it where people are; empty:
 *     the gateway counts all people as one machine, the portal's
 * @param stripePages whose pages a form may lead to, Stripe's Checkout and onboarding: origins,
 *     separated by spaces
 * @param connectWithin for one attempt to connect to the gateway
 * @param answerWithin how long the API may take to answer
 */
@ConfigurationProperties("agora.portal")
public record PortalProperties(
    URI gateway,
    URI publicUrl,
    String key,
    @DefaultValue("") String sourceKey,
    @DefaultValue("https://checkout.stripe.com https://connect.stripe.com") String stripePages,
    @DefaultValue("1s") Duration connectWithin,
    @DefaultValue("20s") Duration answerWithin) {

  private static final int KEY_BYTES = 32;

  /** As a content security policy lists them; anything else would end its directive. */
  private static final Pattern ORIGINS =
      Pattern.compile("https?://[a-zA-Z0-9.:-]+( https?://[a-zA-Z0-9.:-]+)*");

  public PortalProperties {
    if (!ORIGINS.matcher(stripePages).matches()) {
      throw new IllegalArgumentException(
          "agora.portal.stripe-pages is '%s'; it must be origins, separated by spaces"
              .formatted(stripePages));
    }
    if (Base64.getDecoder().decode(key).length != KEY_BYTES) {
      throw new IllegalArgumentException("agora.portal.key is not base64 of 32 bytes");
    }
    if (!connectWithin.isPositive() || !answerWithin.isPositive()) {
      throw new IllegalArgumentException(
          "agora.portal.connect-within is %s and answer-within is %s; both must be above zero"
              .formatted(connectWithin, answerWithin));
    }
  }

  /** The bytes of the key. */
  public byte[] keyBytes() {
    return Base64.getDecoder().decode(key);
  }

  /** Whether browsers reach the portal by TLS only. */
  public boolean isSecure() {
    return "https".equals(publicUrl.getScheme());
  }

  /** Never the keys. */
  @Override
  public String toString() {
    return "PortalProperties[gateway=" + gateway + ", publicUrl=" + publicUrl + "]";
  }
}
