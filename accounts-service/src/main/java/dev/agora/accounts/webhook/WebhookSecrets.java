package dev.agora.accounts.webhook;

import dev.agora.accounts.credential.DerivedSecrets;
import dev.agora.accounts.human.HumanId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/** What calls are signed with: worked out when it is needed, so that no table holds it. */
@Service
class WebhookSecrets {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "agora_webhook_";

  private final DerivedSecrets secrets;

  WebhookSecrets(DerivedSecrets secrets) {
    this.secrets = secrets;
  }

  String of(HumanId human, Webhook webhook) {
    return PREFIX + secrets.derive("webhook", human.value() + ":" + webhook.nonce());
  }

  /** {@code t=…,v1=…}: a time in seconds, and the HMAC-SHA256 of the time, a dot and the body. */
  static String signature(String secret, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, impossible);
    }
  }
}
