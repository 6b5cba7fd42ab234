package dev.agora.gateway.authentication;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hash under which credentials are known. Their secrets are random and long, so that a
 * fast hash is enough; the key (the pepper) makes a stolen table useless. Thread-safe.
 */
final class CredentialHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PEPPER_BYTES_MIN = 32;

  private final SecretKeySpec pepper;

  /**
   * Checks the pepper.
   *
   * @param pepperBase64 at least 32 bytes
   */
  CredentialHash(String pepperBase64) {
    byte[] bytes = Base64.getDecoder().decode(pepperBase64.strip());
    if (bytes.length < PEPPER_BYTES_MIN) {
      throw new IllegalArgumentException(
          "agora.gateway.credentials.pepper has "
              + bytes.length
              + " bytes; it needs at least "
              + PEPPER_BYTES_MIN);
    }
    this.pepper = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** Whether the credential sent is the one stored; takes the same time for yes and no. */
  boolean matches(CredentialText sent, byte[] storedHash) {
    return MessageDigest.isEqual(of(sent.signed()), storedHash);
  }

  byte[] of(String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(pepper);
      return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, impossible);
    }
  }
}
