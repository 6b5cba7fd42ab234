package dev.agora.crash.storm;

import dev.agora.support.CommandSender;
import dev.agora.support.CommandSender.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Speaks to the ledger as sagas do: the same command again and again until it is answered. */
final class LedgerOverKafka implements AutoCloseable {

  private static final int RESENT_AFTER_SECONDS = 5;
  private static final int SENT_AT_MOST = 80;

  private final CommandSender sender;

  /** A command; its key makes two of them the same. */
  record Command(String key, String type, String agent, Map<String, ?> payload, String undoes) {

    Command(String key, String type, String agent, Map<String, ?> payload) {
      this(key, type, agent, payload, "");
    }

    UUID id() {
      return idOf(key);
    }

    private Map<String, String> headers() {
      return undoes.isEmpty() ? Map.of() : Map.of("undoes", idOf(undoes).toString());
    }

    private static UUID idOf(String key) {
      return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
  }

  LedgerOverKafka(String bootstrapServers) {
    sender = CommandSender.to(bootstrapServers, "ledger.commands.v1");
  }

  /** Replies that differ from an earlier one to the same command, and what was not sent. */
  List<String> faults() {
    return Stream.concat(sender.contradictions().stream(), sender.failures().stream()).toList();
  }

  void tell(String topic, Command message) {
    sender.send(
        topic, message.id(), message.type(), message.agent(), message.payload(), message.headers());
  }

  Answer ask(Command command, Operation.Trouble trouble) {
    int times =
        switch (trouble) {
          case NONE, REPEATED -> 1;
          case ABANDONED -> 2;
          case RACED -> 3;
        };
    for (int time = 1; time < times; time++) {
      send(command);
    }
    Answer answer = insist(command);
    if (trouble == Operation.Trouble.REPEATED) {
      send(command);
    }
    return answer;
  }

  private Answer insist(Command command) {
    CompletableFuture<Answer> answer = sender.answer(command.id());
    for (int attempt = 0; attempt < SENT_AT_MOST; attempt++) {
      send(command);
      try {
        return answer.get(RESENT_AFTER_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException lost) {
        // Sent again, as a saga does.
      } catch (ExecutionException failed) {
        throw new IllegalStateException(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
    throw new IllegalStateException("no reply to " + command);
  }

  private void send(Command command) {
    sender.command(
        command.id(), command.type(), command.agent(), command.payload(), command.headers());
  }

  @Override
  public void close() {
    sender.close();
  }
}
