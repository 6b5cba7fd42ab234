package dev.agora.ledger.journal;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.problem.LedgerProblem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Where requests wait for the one writer, which commits all that wait together. Thread-safe.
 *
 * <p>A lone request does not wait for company. A full queue answers 503 at once.
 */
@Component
public class PostingQueue {

  private final BlockingQueue<Ticket> waiting;
  private final QueueProperties properties;

  PostingQueue(QueueProperties properties, MeterRegistry registry) {
    this.properties = properties;
    this.waiting = new ArrayBlockingQueue<>(properties.capacity());
    Gauge.builder("agora.ledger.queue.depth", waiting, BlockingQueue::size)
        .description("requests that wait for the writer")
        .register(registry);
  }

  /**
   * Posts once per key and answers, or replays the stored answer.
   *
   * @param answer makes the answer of the outcome; runs on the writer's thread, within the
   *     transaction of the effect, and possibly more than once
   */
  public ResponseEntity<?> post(
      IdempotencyKey key, Posting posting, Function<Outcome, ResponseEntity<?>> answer) {
    return post(key, PostingGroup.of(posting), outcomes -> answer.apply(outcomes.getFirst()));
  }

  /**
   * The same with several postings in one transaction.
   *
   * @param answer makes the answer of the outcomes, which are in the order of the postings
   */
  public ResponseEntity<?> post(
      IdempotencyKey key, PostingGroup group, Function<List<Outcome>, ResponseEntity<?>> answer) {
    Ticket ticket = new Ticket(key, group, answer);
    if (!waiting.offer(ticket)) {
      return busy();
    }
    try {
      return ticket.answered().get(properties.waitMax().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // Withdrawn, nothing was or will be done; otherwise only the writer knows how it ends.
      return ticket.take() ? busy() : ticket.answered().join();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new CompletionException(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return ticket.take() ? busy() : ticket.answered().join();
    }
  }

  BlockingQueue<Ticket> waiting() {
    return waiting;
  }

  private static ResponseEntity<?> busy() {
    return Problems.answer(
        Problem.of(LedgerProblem.LEDGER_BUSY, "Too many payments wait at the moment."));
  }
}
