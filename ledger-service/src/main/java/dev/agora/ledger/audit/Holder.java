package dev.agora.ledger.audit;

import dev.agora.ledger.journal.StatementRow;

/** What the entries have led to for one agent or one platform account so far. */
final class Holder {

  private long version;
  private long promotional;
  private long purchased;
  private long earned;
  private long debt;
  private long held;
  private long frozen;
  private long whole;
  private long changedAt;
  private long loadedAt;
  private long transaction = -1;
  private long availableBefore;
  private long heldBefore;
  private boolean stated;

  /** Begins a transaction, of which there can be entries already. */
  void begin(long number, long atMicros, long batchLoadedAt) {
    if (transaction != number) {
      transaction = number;
      changedAt = atMicros;
      loadedAt = batchLoadedAt;
      availableBefore = available();
      heldBefore = held;
      stated = false;
    }
  }

  long countEntry() {
    return ++version;
  }

  /** Adds to what the agent or the platform has itself, and returns the balance. */
  long add(String part, long units) {
    return switch (part) {
      case "WHOLE" -> whole += units;
      case "EARNED" -> earned += units;
      case "PURCHASED" -> purchased += units;
      case "PROMOTIONAL" -> promotional += units;
      default -> debt += units;
    };
  }

  void addHeld(long units) {
    held += units;
  }

  void addFrozen(long units) {
    frozen += units;
  }

  /** What the agent's statement line has to say now. */
  StatementRow statement() {
    return new StatementRow(
        available() - availableBefore,
        held - heldBefore,
        promotional,
        purchased,
        earned,
        debt,
        held,
        frozen);
  }

  void state() {
    stated = true;
  }

  boolean isStated() {
    return stated;
  }

  long version() {
    return version;
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

  long debt() {
    return debt;
  }

  long held() {
    return held;
  }

  long frozen() {
    return frozen;
  }

  long whole() {
    return whole;
  }

  /** Of the latest transaction, in microseconds. */
  long changedAt() {
    return changedAt;
  }

  /** When the latest batch that changed this began, in seconds: lots that had seasoned are gone. */
  long loadedAt() {
    return loadedAt;
  }

  private long available() {
    return promotional + purchased + earned;
  }
}
