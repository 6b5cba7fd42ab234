package dev.agora.messaging.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators see of the service's dead letters, and send back to where they came from. */
public final class DeadLetterOperations {

  private final JdbcDeadLetters letters;
  private final DeadLetterReplay replay;

  DeadLetterOperations(JdbcDeadLetters letters, DeadLetterReplay replay) {
    this.letters = letters;
    this.replay = replay;
  }

  /**
   * Dead letters, newest first.
   *
   * @param waitingOnly without those that were replayed
   * @param after the last one of the page before; null at the start
   */
  public List<DeadLetter> list(boolean waitingOnly, @Nullable UUID after, int atMost) {
    DeadLetter last = after == null ? null : letters.find(after).orElse(null);
    return letters.list(waitingOnly, last, atMost);
  }

  public Optional<DeadLetter> find(UUID id) {
    return letters.find(id);
  }

  /**
   * Sends one back, also one that was sent back before; its receivers ignore what they had.
   *
   * @return it as it is now; empty if there is none
   */
  public Optional<DeadLetter> replay(UUID id, String actor) {
    return replay.one(id, actor);
  }

  /** Sends those of a key back that wait, in their order; says how many. */
  int replayByKey(String topic, String consumer, String key, String actor) {
    return replay.byKey(topic, consumer, key, actor);
  }
}
