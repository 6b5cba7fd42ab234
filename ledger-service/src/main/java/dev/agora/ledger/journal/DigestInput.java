package dev.agora.ledger.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Feeds SHA-256 with numbers and texts, a buffer full at a time: longs as 8 bytes, texts by length
 * and UTF-8, what is absent as a zero byte and what is present after a one.
 */
final class DigestInput {

  private static final int BUFFER = 8192;

  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  void add(byte[] bytes) {
    if (bytes.length > BUFFER) {
      flush();
      digest.update(bytes);
    } else {
      room(bytes.length);
      buffer.put(bytes);
    }
  }

  void add(long value) {
    room(Long.BYTES);
    buffer.putLong(value);
  }

  void add(@Nullable Long value) {
    addPresence(value != null);
    if (value != null) {
      add(value.longValue());
    }
  }

  void add(@Nullable String text) {
    addPresence(text != null);
    if (text != null) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      room(Integer.BYTES);
      buffer.putInt(utf8.length);
      add(utf8);
    }
  }

  void addPresence(boolean present) {
    room(1);
    buffer.put((byte) (present ? 1 : 0));
  }

  /** The hash of all that was added; ends this input. */
  byte[] hash() {
    flush();
    return digest.digest();
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
