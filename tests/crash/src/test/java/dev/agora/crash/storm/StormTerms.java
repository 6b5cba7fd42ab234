package dev.agora.crash.storm;

import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * How large a storm is; given as system properties {@code storm.*}, so that the profile {@code
 * proof} and a replay can say otherwise.
 *
 * @param seed of the operations and kills
 * @param postings how many are asked for at most
 * @param time after which no operation begins
 * @param kills of the ledger
 * @param killFrom the number of postings before which none is
 * @param killTo the number of postings after which none is
 * @param batch payments in one request
 * @param workers operations that run at once
 * @param replicas of the ledger on one database
 */
record StormTerms(
    long seed,
    long postings,
    Duration time,
    int kills,
    long killFrom,
    long killTo,
    int batch,
    int workers,
    int replicas) {

  static StormTerms given() {
    return new StormTerms(
        Long.getLong("storm.seed", new Random().nextInt() & 0xffffffffL),
        Long.getLong("storm.postings", 1_000_000),
        Duration.ofSeconds(Long.getLong("storm.seconds", 40)),
        Integer.getInteger("storm.kills", 1),
        Long.getLong("storm.kill-from", 1_500),
        Long.getLong("storm.kill-to", 3_000),
        Integer.getInteger("storm.batch", 25),
        Integer.getInteger("storm.workers", 64),
        Integer.getInteger("storm.replicas", 1));
  }

  /** The short storm that goes on with a second ledger. */
  StormTerms withSecondLedger() {
    return new StormTerms(
        seed,
        postings,
        Duration.ofSeconds(Long.getLong("storm.second-seconds", 10)),
        1,
        500,
        1_000,
        batch,
        workers,
        Math.max(2, replicas));
  }

  /** The numbers of postings at which a ledger is killed. */
  long[] killAt() {
    return new SplittableRandom(seed).longs(kills, killFrom, killTo).sorted().toArray();
  }
}
