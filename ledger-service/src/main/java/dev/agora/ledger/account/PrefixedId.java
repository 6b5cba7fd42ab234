package dev.agora.ledger.account;

/** The form of every public id: a prefix that names its noun, and the 32 hex digits of a UUIDv7. */
final class PrefixedId {

  private static final int DIGITS = 32;

  private PrefixedId() {}

  static boolean matches(String prefix, String text) {
    if (text.length() != prefix.length() + DIGITS || !text.startsWith(prefix)) {
      return false;
    }
    for (int index = prefix.length(); index < text.length(); index++) {
      char digit = text.charAt(index);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }

  static void require(String prefix, String text) {
    if (!matches(prefix, text)) {
      throw new IllegalArgumentException("not an id that starts with " + prefix + ": " + text);
    }
  }
}
