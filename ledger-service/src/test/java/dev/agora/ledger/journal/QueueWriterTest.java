package dev.agora.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.problem.ProblemException;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Rejection;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class QueueWriterTest {

  private final QueueProperties properties =
      new QueueProperties(10, 10, Duration.ofMillis(15), Duration.ofSeconds(10));
  private final PostingQueue queue = new PostingQueue(properties, new SimpleMeterRegistry());
  private final RecordingDecisions decisions = new RecordingDecisions();
  private final FailingTransactions transactions = new FailingTransactions();
  private final QueueWriter writer =
      new QueueWriter(
          queue,
          decisions,
          transactions,
          new PostingMetrics(new SimpleMeterRegistry()),
          properties);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    writer.stop();
    callers.close();
  }

  @Test
  void allThatWaitShareACommit() throws Exception {
    List<Future<ResponseEntity<?>>> answers = enqueue(5);
    writer.start();

    for (Future<ResponseEntity<?>> answer : answers) {
      assertThat(answer.get().getStatusCode().value()).isEqualTo(201);
    }
    assertThat(decisions.sizes).containsExactly(5);
  }

  @Test
  void oneThatCanNotBePostedHarmsOnlyItself() throws Exception {
    decisions.poison = "posting 3";
    List<Future<ResponseEntity<?>>> answers = enqueue(5);
    writer.start();

    for (int index = 0; index < 5; index++) {
      Future<ResponseEntity<?>> answer = answers.get(index);
      if (index == 3) {
        assertThatThrownBy(answer::get).hasRootCauseMessage("poison");
      } else {
        assertThat(answer.get().getStatusCode().value()).isEqualTo(201);
      }
    }
  }

  @Test
  void aFullQueueIsBusyAtOnce() throws Exception {
    enqueue(10);

    ResponseEntity<?> answer = callers.submit(() -> post(10)).get();

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    writer.start();
  }

  @Test
  void aCommitThatWasLostAndCanNotBeFoundOutIsNotCalledUndone() throws Exception {
    transactions.commitFails = true;
    List<Future<ResponseEntity<?>>> answers = enqueue(2);
    writer.start();

    for (Future<ResponseEntity<?>> answer : answers) {
      assertThatThrownBy(answer::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              ProblemException.class,
              unknown -> assertThat(unknown.problem().code().code()).isEqualTo("outcome_unknown"));
    }
  }

  private List<Future<ResponseEntity<?>>> enqueue(int count) throws InterruptedException {
    List<Future<ResponseEntity<?>>> answers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      CountDownLatch started = new CountDownLatch(1);
      int index = number;
      answers.add(
          callers.submit(
              () -> {
                started.countDown();
                return post(index);
              }));
      started.await();
      int waiting = number + 1;
      await().until(() -> queue.waiting().size() == waiting);
    }
    return answers;
  }

  private ResponseEntity<?> post(int number) {
    return queue.post(
        new IdempotencyKey("agt_1", "/transfer", "key " + number, "hash"),
        new Posting.Transfer(
            new PostingId("posting " + number),
            new AgentId("agt_00000000000000000000000000000001"),
            new AgentId("agt_00000000000000000000000000000002"),
            Credits.of(1),
            FeeRate.ofBasisPoints(500),
            Note.NONE),
        outcome -> ResponseEntity.status(201).build());
  }

  /** Accepts everything but one. */
  private static final class RecordingDecisions implements Decisions {

    private final List<Integer> sizes = new ArrayList<>();
    private String poison = "none";

    @Override
    public BatchRun.Result decide(List<Ticket> tickets) {
      sizes.add(tickets.size());
      Map<Ticket, ResponseEntity<?>> answers = new HashMap<>();
      for (Ticket ticket : tickets) {
        if (ticket.group().postings().getFirst().id().value().equals(poison)) {
          throw new IllegalStateException("poison");
        }
        answers.put(
            ticket, ticket.answerTo(List.of(new Outcome.Rejected(Rejection.SAME_AGENT, null))));
      }
      return new BatchRun.Result(answers, List.of());
    }
  }

  /** Loses the first commit and then the database, if told to. */
  private static final class FailingTransactions implements TransactionOperations {

    private boolean commitFails;
    private boolean down;

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
      if (down) {
        throw new CannotCreateTransactionException("down");
      }
      T result = action.doInTransaction(new SimpleTransactionStatus());
      if (commitFails) {
        down = true;
        throw new DataAccessResourceFailureException("lost");
      }
      return result;
    }
  }
}
