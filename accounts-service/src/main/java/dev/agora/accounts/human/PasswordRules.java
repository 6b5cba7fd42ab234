package dev.agora.accounts.human;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * What a password must not be. It may hold any characters in any mixture: long and not guessable is
 * all that helps (NIST SP 800-63B-4).
 */
@Service
public class PasswordRules {

  /** Of a password that is the only factor. */
  public static final int LENGTH_MIN = 15;

  public static final int LENGTH_MAX = 128;

  static final String LENGTH = "must have " + LENGTH_MIN + " to " + LENGTH_MAX + " characters";

  private static final int REST_MIN = 8;
  private static final int WORD_MIN = 3;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String SERVICE = "agora";

  private final CommonPasswords common;

  PasswordRules(CommonPasswords common) {
    this.common = common;
  }

  /** Why a password of that person is not taken; empty if it is. */
  public Optional<PasswordRefusal> refusal(String password, String email, String name) {
    if (common.contain(password)) {
      return Optional.of(PasswordRefusal.COMMON);
    }
    return withoutWordsOf(email + ' ' + name + ' ' + SERVICE, password).length() < REST_MIN
        ? Optional.of(PasswordRefusal.PERSONAL)
        : Optional.empty();
  }

  private static String withoutWordsOf(String text, String password) {
    String rest = password.toLowerCase(Locale.ROOT);
    for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (word.length() >= WORD_MIN) {
        rest = rest.replace(word, "");
      }
    }
    return rest;
  }
}
