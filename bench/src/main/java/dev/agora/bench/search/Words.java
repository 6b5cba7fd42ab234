package dev.agora.bench.search;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Made-up words, of which few are used often and most seldom, as in a language without its stop
 * words: the commonest is in an eighth of all listings.
 */
final class Words {
  private static final int COUNT = 20_000;
  private static final double SHIFT = 100;
  private static final String[] SYLLABLES = {
    "ba", "ke", "li", "mo", "nu", "pra", "ste", "tri", "vo", "zu", "dar", "fel", "gin", "hop",
    "jul", "kan", "len", "mir", "nor", "qua", "rus", "sim", "tor", "und", "wex", "yal", "zor",
    "ched", "brin", "glos", "plum", "trek"
  };

  private Words() {}

  /** A word, common ones more often. */
  static String any(RandomGenerator random) {
    double rank = SHIFT * Math.pow((COUNT + SHIFT) / SHIFT, random.nextDouble()) - SHIFT;
    return word((int) rank);
  }

  /** Several of them with blanks between. */
  static String several(RandomGenerator random, int count) {
    return Stream.generate(() -> any(random)).limit(count).collect(Collectors.joining(" "));
  }

  /** The same word with two neighbouring letters the wrong way round. */
  static String mistyped(String word, RandomGenerator random) {
    int at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private static String word(int rank) {
    int left = rank;
    StringBuilder word = new StringBuilder();
    for (int syllable = 0; syllable < 3; syllable++) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
      left /= SYLLABLES.length;
    }
    return word.toString();
  }
}
