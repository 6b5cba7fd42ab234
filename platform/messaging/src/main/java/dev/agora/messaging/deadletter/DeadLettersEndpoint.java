package dev.agora.messaging.deadletter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Dead letters for operators, on the management port. */
@Endpoint(id = "deadletters")
final class DeadLettersEndpoint {

  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_LARGEST = 1000;

  /** A list of dead letters, newest first. */
  record Letters(List<DeadLetter> items) {}

  /** How many went back. */
  record Replayed(int count) {}

  private final DeadLetterOperations letters;

  DeadLettersEndpoint(DeadLetterOperations letters) {
    this.letters = letters;
  }

  /** Those that wait for an operator, or with {@code all=true} the replayed ones too. */
  @ReadOperation
  Letters list(@Nullable Boolean all, @Nullable Integer limit) {
    int atMost = limit == null ? LIMIT_DEFAULT : Math.clamp(limit, 1, LIMIT_LARGEST);
    return new Letters(letters.list(!Boolean.TRUE.equals(all), null, atMost));
  }

  @ReadOperation
  @Nullable DeadLetter inspect(@Selector UUID id) {
    return letters.find(id).orElse(null);
  }

  @WriteOperation
  @Nullable DeadLetter replay(@Selector UUID id, String actor) {
    return letters.replay(id, actor).orElse(null);
  }

  /** Replays all of a key that wait, in their order. */
  @WriteOperation
  Replayed replayByKey(String topic, String consumer, String key, String actor) {
    return new Replayed(letters.replayByKey(topic, consumer, key, actor));
  }
}
