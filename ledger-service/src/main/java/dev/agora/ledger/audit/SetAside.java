package dev.agora.ledger.audit;

/** What the entries have put into a hold or a dispute so far, by bucket. */
final class SetAside {

  private final long holder;
  private long promotional;
  private long purchased;
  private long earned;
  private long loadedAt;

  SetAside(long holder) {
    this.holder = holder;
  }

  long holder() {
    return holder;
  }

  long promotional() {
    return promotional;
  }

  long purchased() {
    return purchased;
  }

  long earned() {
    return earned;
  }

  boolean isEmpty() {
    return (promotional | purchased | earned) == 0;
  }

  /** When the latest batch that changed this began, in seconds: lots that had seasoned are gone. */
  long loadedAt() {
    return loadedAt;
  }

  /** Adds to a bucket and returns its balance. */
  long add(String part, long units, long batchLoadedAt) {
    loadedAt = batchLoadedAt;
    return switch (part) {
      case "PROMOTIONAL" -> promotional += units;
      case "PURCHASED" -> purchased += units;
      case "EARNED" -> earned += units;
      default -> throw new IllegalArgumentException("nothing is set aside of " + part);
    };
  }
}
