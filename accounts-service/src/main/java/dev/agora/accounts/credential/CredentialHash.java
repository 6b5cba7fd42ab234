package dev.agora.accounts.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/**
 * The keyed hash under which a credential is stored. Its secret is random and long, so that a fast
 * hash is enough; the key (the pepper) makes a stolen table useless. Thread-safe.
 */
@Service
class CredentialHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PEPPER_BYTES_MIN = 32;

  private final SecretKeySpec pepper;

  CredentialHash(CredentialProperties properties) {
    byte[] bytes = Base64.getDecoder().decode(properties.pepper().strip());
    if (bytes.length < PEPPER_BYTES_MIN) {
      throw new IllegalArgumentException(
          "agora.accounts.credentials.pepper has "
              + bytes.length
              + " bytes; it needs at least "
              + PEPPER_BYTES_MIN);
    }
    this.pepper = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** As base64url without padding, 43 characters. */
  String of(String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(pepper);
      byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, impossible);
    }
  }
}
