package dev.agora.http.caller;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.util.List;

/** The gateway's public keys, fetched when needed and kept for a while. */
final class GatewayKeys {

  private static final int SIZE_MAX = 64 * 1024;

  private final JWKSource<SecurityContext> source;

  GatewayKeys(CallerProperties properties) {
    int timeout = Math.toIntExact(properties.jwksTimeout().toMillis());
    try {
      this.source =
          JWKSourceBuilder.create(
                  properties.jwksUrl().toURL(),
                  new DefaultResourceRetriever(timeout, timeout, SIZE_MAX))
              .cache(properties.jwksFresh().toMillis(), 2L * timeout)
              .refreshAheadCache(false)
              // An unknown key id asks again, but no flood of them may flood the gateway.
              .rateLimited(properties.jwksMinInterval().toMillis())
              .build();
    } catch (MalformedURLException noUrl) {
      throw new IllegalArgumentException("agora.http.jwks-url is not an address", noUrl);
    }
  }

  /** The P-256 keys of that id: none or one. */
  List<ECKey> find(String keyId) throws KeySourceException {
    JWKMatcher matcher =
        new JWKMatcher.Builder().keyType(KeyType.EC).curve(Curve.P_256).keyID(keyId).build();
    return source.get(new JWKSelector(matcher), null).stream()
        .filter(ECKey.class::isInstance)
        .map(ECKey.class::cast)
        .toList();
  }
}
