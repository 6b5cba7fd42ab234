package dev.agora.crash.storm;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One thing that agents, owners, operators or services do, of one to a hundred postings: a pure
 * function of the seed and its number, so that a storm replays from its seed.
 *
 * @param micros the amount, or the largest of several
 * @param choice decides between the ways that an operation can go on
 */
record Operation(
    long seed,
    int number,
    Kind kind,
    int first,
    int second,
    long micros,
    int choice,
    Trouble trouble) {

  static final int AGENTS = 24;

  /** The last ones have no owner; of the others two have the same one each. */
  static final int OWNED = 20;

  /** Together they ask for every posting that a running ledger can do. */
  enum Kind {
    PAY(16),
    PAY_MANY(12),
    SPEND(2),
    REUSE(2),
    HOLD(6),
    FREEZE(1),
    LIMIT(2),
    NEWCOMER(1),
    BUY(2),
    CHARGE_BACK(1),
    ORDER(4),
    CONVERT(3),
    REFUND(2),
    DISPUTE(2),
    REWARD(2),
    ACT(3),
    REVERSE(2);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  /** What happens to each of its requests. */
  enum Trouble {
    NONE,
    /** It is sent again after it was answered. */
    REPEATED,
    /** It is sent several times at once. */
    RACED,
    /** Its sender does not wait for the answer, and sends it again. */
    ABANDONED
  }

  private static final List<Kind> KINDS =
      Arrays.stream(Kind.values())
          .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
          .toList();

  private static final List<Trouble> TROUBLES =
      List.of(
          Trouble.NONE,
          Trouble.NONE,
          Trouble.NONE,
          Trouble.REPEATED,
          Trouble.RACED,
          Trouble.ABANDONED);

  static Operation of(long seed, int number) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    int first = random.nextInt(AGENTS);
    int second = (first + 1 + random.nextInt(AGENTS - 1)) % AGENTS;
    return new Operation(
        seed,
        number,
        KINDS.get(random.nextInt(KINDS.size())),
        first,
        second,
        1 + random.nextLong(random.nextInt(4) == 0 ? 600_000_000L : 20_000_000L),
        random.nextInt(1 << 20),
        TROUBLES.get(random.nextInt(TROUBLES.size())));
  }

  /** The name of one of its requests, the same in every replay. */
  String key(int step) {
    return "storm-%x-%d-%d".formatted(seed, number, step);
  }

  /** An id of one of the things it makes; none of an agent that takes part from the start. */
  String id(String prefix) {
    return prefix + "%016x%016x".formatted(seed, AGENTS + number);
  }

  /** The agent of one of the payments of a {@link Kind#PAY_MANY}. */
  int payee(int index) {
    int payee = (second + index * (1 + choice % 7)) % AGENTS;
    return payee == first ? (payee + 1) % AGENTS : payee;
  }

  /** The amount in whole cents, at least one. */
  long cents() {
    return 1 + micros / 100_000;
  }

  /**
   * What the platform may give away at once. So little that all of it stays covered by what the
   * opening purchases left beyond their highest cost, whatever is refunded later.
   */
  long gift() {
    return 1 + micros % 1_000_000;
  }
}
