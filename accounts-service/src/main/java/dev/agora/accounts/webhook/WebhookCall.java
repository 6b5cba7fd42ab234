package dev.agora.accounts.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One request, as it goes over the wire. */
final class WebhookCall {

  private final WebhookUrl url;
  private final String id;
  private final String signature;
  private final byte[] body;

  /**
   * A request.
   *
   * @param id of the news, the same each time it is sent
   * @param signature see {@link WebhookSecrets#signature}
   * @param body JSON, not changed afterwards
   */
  WebhookCall(WebhookUrl url, String id, String signature, byte[] body) {
    this.url = url;
    this.id = id;
    this.signature = signature;
    this.body = body;
  }

  WebhookUrl url() {
    return url;
  }

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
