package dev.agora.portal.page;

/**
 * How a page asks again about something that is under way: soon at first, then less and less often,
 * then no more by itself.
 *
 * @param active whether it asks again
 * @param round how often it has asked
 * @param seconds until it asks again
 */
public record Following(boolean active, int round, int seconds) {

  private static final int ROUNDS_MAX = 40;
  private static final int LONGEST = 15;

  /** After this many rounds. */
  public static Following of(boolean underWay, int round) {
    int seconds = Math.min(LONGEST, 1 + Math.max(0, round) / 2);
    return new Following(underWay && round >= 0 && round < ROUNDS_MAX, round, seconds);
  }

  public int nextRound() {
    return round + 1;
  }
}
