package dev.agora.ledger.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the entries leave of each lot. */
final class LotSums {

  private static final int FIRST_LOOK = 100_000;

  /**
   * One lot in one place.
   *
   * @param account of the wallet, hold or dispute
   */
  record Key(long account, String bucket, long number) {}

  private final Map<Key, Long> sums = new HashMap<>();
  private int lookAt = FIRST_LOOK;

  /** Adds and returns what is left. */
  long add(long account, String bucket, long number, long units) {
    Key key = new Key(account, bucket, number);
    Long before = sums.get(key);
    long after = (before == null ? 0 : before) + units;
    if (after == 0) {
      sums.remove(key);
    } else {
      sums.put(key, after);
    }
    return after;
  }

  /**
   * Forgets earned lots that had seasoned when their place was last changed: their rows are gone.
   *
   * @param loadedAt of an account, in seconds
   */
  void forgetSeasoned(ToLongFunction<Key> loadedAt) {
    if (sums.size() >= lookAt) {
      sums.keySet().removeIf(key -> isSeasoned(key, loadedAt));
      lookAt = Math.max(FIRST_LOOK, 2 * sums.size());
    }
  }

  /** Takes a lot out, and returns what there has to be of it: 0 if its row has to be gone. */
  long take(Key key, ToLongFunction<Key> loadedAt) {
    Long left = sums.remove(key);
    return left == null || isSeasoned(key, loadedAt) ? 0 : left;
  }

  /** A lot that nobody took and that must have a row; null if there is none. */
  Map.@Nullable Entry<Key, Long> untaken(ToLongFunction<Key> loadedAt) {
    return sums.entrySet().stream()
        .filter(lot -> !isSeasoned(lot.getKey(), loadedAt))
        .findFirst()
        .orElse(null);
  }

  private static boolean isSeasoned(Key key, ToLongFunction<Key> loadedAt) {
    return key.bucket().equals("EARNED") && key.number() <= loadedAt.applyAsLong(key);
  }
}
