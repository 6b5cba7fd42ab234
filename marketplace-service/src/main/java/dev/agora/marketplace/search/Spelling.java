package dev.agora.marketplace.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a search that can have been typed wrong. */
final class Spelling {

  /** Shorter ones are too easily another word; as long as those that listings teach. */
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}{4,40}(?![\\p{L}\\p{N}])");

  private static final int WORDS_MAX = 10;

  private Spelling() {}

  /** Lower case, no two alike, ten at most. */
  static List<String> checkable(String words) {
    return WORD.matcher(words)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .distinct()
        .limit(WORDS_MAX)
        .toList();
  }

  /** The text with some words replaced, whatever their case; the rest of it stays. */
  static String replace(String words, Map<String, String> better) {
    return WORD.matcher(words)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    better.getOrDefault(found.group().toLowerCase(Locale.ROOT), found.group())));
  }
}
