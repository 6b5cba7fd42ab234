package dev.agora.marketplace.schema;

import dev.agora.http.idempotency.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts, as 64 hex digits, so that both sides can prove what something was. */
public final class Fingerprint {

  private Fingerprint() {}

  /** Of a text in UTF-8. */
  public static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Of a JSON text in its canonical form (RFC 8785), so that blanks and order do not matter. */
  public static String ofJson(String json) {
    return of(CanonicalJson.of(json.getBytes(StandardCharsets.UTF_8)));
  }
}
