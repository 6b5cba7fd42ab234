package dev.agora.stripe.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code Stripe-Signature: t=…,v1=…[,v1=…]} over the raw bytes. The library's own check lets
 * any future time pass and throws on malformed headers; here both are just invalid.
 */
final class WebhookSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int HEADER_LENGTH_MAX = 2_000;

  private final byte[] secret;
  private final Duration tolerance;

  WebhookSignature(String secret, Duration tolerance) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.tolerance = tolerance;
  }

  /** Whether the secret's holder signed these bytes within the tolerance of now, either way. */
  boolean isValid(byte[] body, @Nullable String header, Instant now) {
    if (header == null || header.length() > HEADER_LENGTH_MAX) {
      return false;
    }
    Long timestamp = null;
    List<byte[]> signatures = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals).strip();
      String value = part.substring(equals + 1).strip();
      if (name.equals("t")) {
        if (timestamp != null || !value.matches("[0-9]{1,12}")) {
          return false;
        }
        timestamp = Long.valueOf(value);
      } else if (name.equals("v1") && value.matches("[0-9a-f]{64}")) {
        signatures.add(HexFormat.of().parseHex(value));
      }
    }
    return timestamp != null && isRecent(timestamp, now) && isSigned(body, timestamp, signatures);
  }

  private boolean isRecent(long timestamp, Instant now) {
    return Math.abs(now.getEpochSecond() - timestamp) <= tolerance.toSeconds();
  }

  private boolean isSigned(byte[] body, long timestamp, List<byte[]> signatures) {
    byte[] expected = sign(body, timestamp);
    boolean signed = false;
    for (byte[] signature : signatures) {
      signed |= MessageDigest.isEqual(expected, signature);
    }
    return signed;
  }

  private byte[] sign(byte[] body, long timestamp) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
    }
  }
}
