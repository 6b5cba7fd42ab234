package dev.agora.stripesimulator.state;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids that look like Stripe's and follow from the seed and how many were made before. */
public final class Ids {
  private static final String ID = "sim_ids";
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 24;

  private final String firstSeed;
  private final Store store;

  Ids(String firstSeed, Store store) {
    this.firstSeed = firstSeed;
    this.store = store;
  }

  /** The prefix and 24 letters and digits, never the same twice. */
  public String next(String prefix) {
    return prefix + digits(take()).substring(0, LENGTH);
  }

  /** The prefix and 40 letters and digits: for what must not be guessed. */
  public String secret(String prefix) {
    return prefix + digits(take()).substring(0, 40);
  }

  private String take() {
    // The seed is kept with the counter: another seed after a restart would not repeat ids, but
    // would make a run that was seeded once impossible to repeat.
    String seed = store.find(ID).map(kept -> Json.requiredText(kept, "seed")).orElse(firstSeed);
    long count = store.find(ID).map(kept -> Json.number(kept, "count")).orElse(0L);
    store.put("sim", Json.object("id", ID, "object", "sim.ids", "seed", seed, "count", count + 1));
    return seed + ":" + count;
  }

  private static String digits(String text) {
    BigInteger number = new BigInteger(1, sha256(text + "a")).shiftLeft(256);
    BigInteger rest = number.add(new BigInteger(1, sha256(text + "b")));
    StringBuilder digits = new StringBuilder();
    BigInteger base = BigInteger.valueOf(DIGITS.length());
    while (digits.length() < 64) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      digits.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return digits.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
