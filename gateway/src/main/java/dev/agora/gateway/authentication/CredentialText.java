package dev.agora.gateway.authentication;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A credential as callers send it, {@code agora_live_<id>_<secret><checksum>}, with a checksum that
 * is right: a typing error or an invented key costs no look-up.
 *
 * @param kind key or session
 * @param id the public part
 * @param signed everything before the checksum, which the stored hash covers
 */
record CredentialText(CredentialKind kind, String id, String signed) {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int CHECKSUM_LENGTH = 6;
  private static final int ID_LENGTH_MIN = 12;
  private static final int SECRET_LENGTH_MIN = 43;
  private static final int LENGTH_MAX = 160;

  /** Reads a text; empty if it has not the form of a credential or its checksum is wrong. */
  static Optional<CredentialText> parse(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    return CredentialKind.ofText(text).flatMap(kind -> parse(kind, text));
  }

  private static Optional<CredentialText> parse(CredentialKind kind, String text) {
    int idStart = kind.prefix().length();
    int idEnd = text.indexOf('_', idStart);
    int secretEnd = text.length() - CHECKSUM_LENGTH;
    if (idEnd - idStart < ID_LENGTH_MIN
        || secretEnd - (idEnd + 1) < SECRET_LENGTH_MIN
        || !isBase62(text, idStart, idEnd)
        || !isBase62(text, idEnd + 1, text.length())) {
      return Optional.empty();
    }
    String signed = text.substring(0, secretEnd);
    if (!text.endsWith(checksum(signed))) {
      return Optional.empty();
    }
    return Optional.of(new CredentialText(kind, text.substring(idStart, idEnd), signed));
  }

  /** CRC-32 of the text as six base-62 digits, most significant first. */
  private static String checksum(String signed) {
    CRC32 crc = new CRC32();
    crc.update(signed.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    char[] digits = new char[CHECKSUM_LENGTH];
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }

  private static boolean isBase62(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
