package dev.agora.accounts.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One request, as it goes over the wire.
 *
 * @param id of the news, the same each time it is sent
 * @param signature see {@link WebhookSecrets#signature}
 * @param body JSON
 */
record WebhookCall(WebhookUrl url, String id, String signature, byte[] body) {

  byte[] bytes() {
    byte[] head =
        """
        POST %s HTTP/1.1
        Host: %s
        User-Agent: Agora-Webhook/1
        Content-Type: application/json
        Content-Length: %d
        Agora-Alert: %s
        Agora-Signature: %s
        Connection: close

        """
            .formatted(url.target(), url.uri().getRawAuthority(), body.length, id, signature)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  /** Of its address it may hold a secret. */
  @Override
  public String toString() {
    return "call of " + id + " at " + url;
  }
}
