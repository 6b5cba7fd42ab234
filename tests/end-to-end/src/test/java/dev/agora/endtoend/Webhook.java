package dev.agora.endtoend;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as Stripe would sign it. */
final class Webhook {

  /** An event that nobody waits for. */
  static final String EVENT =
      "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"checkout.session.completed\"}";

  private Webhook() {}

  /** The {@code Stripe-Signature} of {@link #EVENT} at a moment. */
  static String signature(String secret, long epochSecond) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal((epochSecond + "." + EVENT).getBytes(StandardCharsets.UTF_8));
      return "t=" + epochSecond + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", impossible);
    }
  }
}
