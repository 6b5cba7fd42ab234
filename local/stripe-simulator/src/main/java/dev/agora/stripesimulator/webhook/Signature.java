package dev.agora.stripesimulator.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code Stripe-Signature} header. */
final class Signature {
  private Signature() {}

  /** Signed with each secret, as while one takes over from another. */
  static String header(String payload, List<String> secrets, long seconds) {
    return "t="
        + seconds
        + secrets.stream()
            .map(secret -> ",v1=" + signed(payload, secret, seconds))
            .collect(Collectors.joining());
  }

  private static String signed(String payload, String secret, long seconds) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal((seconds + "." + payload).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
