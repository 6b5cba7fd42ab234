package dev.agora.gateway.authentication;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The portal, which asks for people.
 *
 * @param sourceKey what it shows to be believed where they are, 32 characters or more; null or
 *     empty: nobody is believed
 */
@ConfigurationProperties("agora.gateway.portal")
record PortalProperties(@Nullable String sourceKey) {

  private static final int LENGTH_MIN = 32;

  PortalProperties {
    if (sourceKey != null && !sourceKey.isEmpty() && sourceKey.length() < LENGTH_MIN) {
      throw new IllegalArgumentException(
          "agora.gateway.portal.source-key has %d characters; it must have %d or more"
              .formatted(sourceKey.length(), LENGTH_MIN));
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "portal";
  }
}
