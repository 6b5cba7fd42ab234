package dev.agora.portal.session;

import dev.agora.portal.PortalProperties;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Keeps secrets that lie in the sessions' tables unreadable there: AES-GCM with a fresh nonce. */
@Component
public class Seal {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  Seal(PortalProperties properties) {
    key = new SecretKeySpec(properties.keyBytes(), "AES");
  }

  /** The secret, fit to be stored. */
  public String close(String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), 0);
    byte[] both = ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
    return Base64.getEncoder().encodeToString(both);
  }

  /** The secret again. */
  public String open(String sealed) {
    byte[] both = Base64.getDecoder().decode(sealed);
    return new String(run(Cipher.DECRYPT_MODE, both, both, NONCE_BYTES), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, int from) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
      return cipher.doFinal(input, from, input.length - from);
    } catch (GeneralSecurityException foreign) {
      throw new IllegalStateException("sealed under another key", foreign);
    }
  }
}
