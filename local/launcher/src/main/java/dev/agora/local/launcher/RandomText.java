package dev.agora.local.launcher;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Text nobody can guess. */
public final class RandomText {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  public static String hex(int bytes) {
    return HexFormat.of().formatHex(bytes(bytes));
  }

  static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(bytes(bytes));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
