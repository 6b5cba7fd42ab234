package dev.agora.ledger.journal;

import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemException;
import dev.agora.ledger.journal.PostingMetrics.Stage;
import dev.agora.ledger.problem.LedgerProblem;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one thread of this process that posts what the queue holds: all that wait, decided and
 * committed together. A batch that fails is repeated request by request, so that one that can not
 * be posted harms only itself.
 */
@Component
class QueueWriter implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(QueueWriter.class);

  private final BlockingQueue<Ticket> waiting;
  private final Decisions decisions;
  private final TransactionOperations transactions;
  private final PostingMetrics metrics;
  private final Gathering gathering;
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  QueueWriter(
      PostingQueue queue,
      Decisions decisions,
      TransactionOperations transactions,
      PostingMetrics metrics,
      QueueProperties properties) {
    this.waiting = queue.waiting();
    this.decisions = decisions;
    this.transactions = transactions;
    this.metrics = metrics;
    this.gathering = new Gathering(waiting, properties);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("ledger-writer").start(this::work);
  }

  /** Answers what still waits, and ends; the web server has stopped before. */
  @Override
  public void stop() {
    running = false;
    Thread worker = thread;
    if (worker != null) {
      try {
        worker.join(TimeUnit.SECONDS.toMillis(20));
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server starts, after it has stopped. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void work() {
    List<Ticket> batch = List.of();
    while (running || !waiting.isEmpty()) {
      try {
        batch = gathering.next().stream().filter(Ticket::take).toList();
        if (!batch.isEmpty()) {
          post(batch);
        }
      } catch (InterruptedException stopping) {
        running = false;
      } catch (RuntimeException bug) {
        // The thread must live on: without it no payment would ever be answered again.
        log.error("a batch of {} failed", batch.size(), bug);
        batch.forEach(ticket -> ticket.answered().completeExceptionally(bug));
      }
    }
  }

  private void post(List<Ticket> tickets) {
    List<Ticket> left = tickets;
    while (!left.isEmpty()) {
      try {
        BatchRun.Result result = decide(left);
        result.answers().forEach((ticket, answer) -> ticket.answered().complete(answer));
        left = result.again();
      } catch (CommitLostException lost) {
        log.warn("the commit of a batch of {} was lost", left.size(), lost);
        postOneByOne(left, true);
        return;
      } catch (RuntimeException failed) {
        log.warn("a batch of {} is repeated one by one: {}", left.size(), failed.toString());
        postOneByOne(left, false);
        return;
      }
    }
  }

  /**
   * Gives each request a transaction of its own.
   *
   * @param commitLost whether they may have been committed already: then their answers are stored,
   *     and found here, unless the database stays away
   */
  private void postOneByOne(List<Ticket> tickets, boolean commitLost) {
    RuntimeException outage = null;
    for (Ticket ticket : tickets) {
      if (outage == null) {
        outage = tryPost(ticket, commitLost);
      } else {
        ticket.answered().completeExceptionally(outage);
      }
    }
  }

  /** Answers the request; returns why no other request can be posted either, or null. */
  private @Nullable RuntimeException tryPost(Ticket ticket, boolean commitLost) {
    try {
      BatchRun.Result result = decide(List.of(ticket));
      ticket.answered().complete(Objects.requireNonNull(result.answers().get(ticket)));
    } catch (CannotCreateTransactionException down) {
      RuntimeException outage = commitLost ? outcomeUnknown() : down;
      ticket.answered().completeExceptionally(outage);
      return outage;
    } catch (CommitLostException lost) {
      log.warn("the commit of {} was lost", ticket.group().postings().getFirst().id(), lost);
      ticket.answered().completeExceptionally(outcomeUnknown());
    } catch (RuntimeException failed) {
      ticket.answered().completeExceptionally(failed);
    }
    return null;
  }

  private BatchRun.Result decide(List<Ticket> tickets) {
    AtomicReference<@Nullable Long> decidedAt = new AtomicReference<>();
    try {
      BatchRun.Result result =
          Objects.requireNonNull(
              transactions.execute(
                  status -> {
                    BatchRun.Result decided = decisions.decide(tickets);
                    decidedAt.set(System.nanoTime());
                    return decided;
                  }));
      metrics.add(Stage.COMMIT, System.nanoTime() - Objects.requireNonNull(decidedAt.get()));
      return result;
    } catch (RuntimeException failed) {
      throw decidedAt.get() == null ? failed : new CommitLostException(failed);
    }
  }

  /** A 503 would say that nothing was done. */
  private static RuntimeException outcomeUnknown() {
    return new ProblemException(
        Problem.of(LedgerProblem.OUTCOME_UNKNOWN, "The connection to the database was lost.")
            .withRemedy(
                "Repeat the request with the same Idempotency-Key to learn what happened."));
  }

  /** All was decided, and whether it was committed is not known. */
  private static final class CommitLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommitLostException(RuntimeException cause) {
      super(cause);
    }
  }
}
