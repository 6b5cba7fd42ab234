package dev.agora.accounts.passkey;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose passkeys are good here.
 *
 * @param rpId the domain that they are bound to for ever; changing it makes all of them worthless
 * @param rpName what devices call the domain
 * @param origins of the pages that may ask for them, each on the domain or below it
 * @param challengeLifetime how long a human may take to use one
 * @param perHumanMax that one human may have
 */
@ConfigurationProperties("agora.accounts.passkeys")
record PasskeyProperties(
    @DefaultValue("localhost") String rpId,
    @DefaultValue("Agora") String rpName,
    @DefaultValue("http://localhost:8080") List<String> origins,
    @DefaultValue("5m") Duration challengeLifetime,
    @DefaultValue("20") int perHumanMax) {

  private static final String THIS_MACHINE = "localhost";

  PasskeyProperties {
    origins = List.copyOf(origins);
    if (origins.isEmpty()) {
      throw new IllegalArgumentException("agora.accounts.passkeys.origins names no page");
    }
    for (String origin : origins) {
      require(URI.create(origin), rpId);
    }
    if (!challengeLifetime.isPositive() || perHumanMax < 1) {
      throw new IllegalArgumentException(
          "agora.accounts.passkeys.challenge-lifetime is %s and per-human-max is %d; both must be above zero"
              .formatted(challengeLifetime, perHumanMax));
    }
  }

  /** Browsers ask the same; a mistake shows at the start and not when somebody signs in. */
  private static void require(URI origin, String rpId) {
    String host = String.valueOf(origin.getHost());
    boolean below = host.equals(rpId) || host.endsWith("." + rpId);
    boolean secure = "https".equals(origin.getScheme()) || host.equals(THIS_MACHINE);
    if (!below || !secure) {
      throw new IllegalArgumentException(
          "agora.accounts.passkeys.origins has %s; it must be https and on %s or below it"
              .formatted(origin, rpId));
    }
  }
}
