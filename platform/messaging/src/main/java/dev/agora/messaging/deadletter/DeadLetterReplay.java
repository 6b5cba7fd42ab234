package dev.agora.messaging.deadletter;

import dev.agora.messaging.OperatorActed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends dead letters back to where they came from, byte for byte and under the same message id:
 * consumers that had them ignore them.
 */
final class DeadLetterReplay {

  private final JdbcDeadLetters letters;
  private final KafkaTemplate<byte[], byte[]> template;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher listeners;
  private final Clock clock;

  DeadLetterReplay(
      JdbcDeadLetters letters,
      KafkaTemplate<byte[], byte[]> template,
      TransactionOperations transaction,
      ApplicationEventPublisher listeners,
      Clock clock) {
    this.letters = letters;
    this.template = template;
    this.transaction = transaction;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Replays one, also one that was replayed before; empty if there is none. */
  Optional<DeadLetter> one(UUID id, String actor) {
    transaction.executeWithoutResult(
        status -> letters.find(id).ifPresent(letter -> replay(letter, actor)));
    return letters.find(id);
  }

  /** Replays those of a key that wait, in their order; says how many. */
  int byKey(String topic, String consumer, String key, String actor) {
    Integer replayed =
        transaction.execute(
            status -> {
              List<UUID> waiting = letters.lockWaiting(topic, consumer, key);
              waiting.forEach(id -> replay(letters.find(id).orElseThrow(), actor));
              return waiting.size();
            });
    return replayed == null ? 0 : replayed;
  }

  private void replay(DeadLetter letter, String actor) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            letter.topic(), bytes(letter.key()), letters.payload(letter.id()).orElse(null));
    letter.headers().forEach((name, value) -> message.headers().add(name, bytes(value)));
    template.send(message).join();
    letters.replayed(letter.id(), actor, clock.instant());
    listeners.publishEvent(
        new OperatorActed(
            OperatorActed.Subject.DEAD_LETTER, letter.id().toString(), "REPLAY", actor));
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
