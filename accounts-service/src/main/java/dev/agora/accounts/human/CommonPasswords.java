package dev.agora.accounts.human;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The passwords that attackers try first: some 30,000 from public breaches, out of SecLists (MIT).
 * Immutable.
 */
@Component
class CommonPasswords {

  private static final String LIST = "common-passwords.txt";

  /** Digits and signs around a word, which every cracking rule tries. */
  private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

  private static final int DISTINCT_MIN = 5;

  private final Set<String> list = read();

  /** Whether it is one of them, one repeated, one with digits around it, or hardly anything. */
  boolean contain(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    return lower.chars().distinct().count() < DISTINCT_MIN
        || isRun(lower)
        || list.contains(lower)
        || list.contains(unit(lower))
        || list.contains(DECORATION.matcher(lower).replaceAll(""));
  }

  /** Whether each character follows the one before, as in {@code abcdefghijklmno}. */
  private static boolean isRun(String text) {
    int step = text.charAt(1) - text.charAt(0);
    for (int i = 2; i < text.length(); i++) {
      if (text.charAt(i) - text.charAt(i - 1) != step) {
        return false;
      }
    }
    return Math.abs(step) <= 1;
  }

  /** The shortest text whose repetition it is; itself if it is none. */
  private static String unit(String text) {
    int length = (text + text).indexOf(text, 1);
    return text.substring(0, length);
  }

  private static Set<String> read() {
    try (InputStream file = CommonPasswords.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.US_ASCII))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
