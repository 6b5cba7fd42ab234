package dev.agora.accounts.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param number counts them from 1 without a gap
 * @param at when, in microseconds
 * @param act what was done
 * @param actor who did it
 * @param source from which address
 * @param subject the human or agent it concerns
 * @param owner the human who may read it, or null
 * @param target what was acted upon
 * @param before JSON of what it was
 * @param after JSON of what it became
 */
record AuditEntry(
    long number,
    Instant at,
    String act,
    String actor,
    String source,
    String subject,
    @Nullable String owner,
    String target,
    String before,
    String after) {

  /** The hash before the first. */
  static final String NO_HASH = "0".repeat(64);

  /** SHA-256 in hexadecimal, over the hash of the one before and every field with its length. */
  String hash(String previous) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(previous.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    for (String field :
        new @Nullable String[] {
          at.toString(), act, actor, source, subject, owner, target, before, after
        }) {
      byte[] text = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
      // Null and empty differ; two fields never run into each other.
      int length = field == null ? -1 : text.length;
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
      bytes.writeBytes(text);
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
