package dev.agora.accounts.attempt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * How often one thing may be tried: a bucket that a try takes from and time fills.
 *
 * @param key what is counted; a hash, because people type all kinds of things into forms
 * @param burst tries at once
 * @param refill after which one more is allowed
 */
public record Allowance(String key, int burst, Duration refill) {

  /**
   * An allowance for something that somebody sent.
   *
   * @param kind of thing, such as {@code address}
   * @param text what is counted
   */
  public static Allowance of(String kind, String text, int burst, Duration refill) {
    return new Allowance(kind + ':' + digest(text), burst, refill);
  }

  /** SHA-256 as base64url. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
