package dev.agora.crash.storm;

import java.time.Duration;
import java.util.Random;

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
    int replicas) {

  static StormTerms given() {
    long postings = Long.getLong("storm.postings", 20_000);
    return new StormTerms(
        Long.getLong("storm.seed", new Random().nextInt() & 0xffffffffL),
        postings,
        Duration.ofSeconds(Long.getLong("storm.seconds", 14)),
        Integer.getInteger("storm.kills", 1),
        Long.getLong("storm.kill-from", 300),
        Long.getLong("storm.kill-to", 600),
        Integer.getInteger("storm.batch", 8),
        Integer.getInteger("storm.replicas", 1));
  }
}
