package dev.agora.gateway.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's private key, whose public half services fetch.
 *
 * @param key on P-256, with a key id
 */
record SigningKey(ECKey key) {

  /**
   * Reads a key, or makes one.
   *
   * @throws IllegalArgumentException if the text is no private P-256 key
   */
  static SigningKey of(@Nullable String jwk) {
    try {
      if (jwk == null || jwk.isBlank()) {
        return new SigningKey(
            new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate());
      }
      ECKey read = ECKey.parse(jwk);
      if (!read.isPrivate() || !read.getCurve().equals(Curve.P_256)) {
        throw new IllegalArgumentException(
            "agora.gateway.tokens.signing-key is no private P-256 key");
      }
      return new SigningKey(
          new ECKey.Builder(read).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint().build());
    } catch (ParseException | JOSEException unusable) {
      // The cause could quote the key, so it is left out.
      throw new IllegalArgumentException("agora.gateway.tokens.signing-key is no JWK");
    }
  }

  /** The public half as a JWK set. */
  String publicKeys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "key " + key.getKeyID();
  }
}
